MODULE Main;
TYPE Color = {Red, Green, Blue};
VAR i: INTEGER; b: BOOLEAN; c: CHAR; l: LONGINT; x: REAL;
PROCEDURE P() =
  PROCEDURE Inner() = BEGIN EXIT END Inner;
(*                          ^ M3720: EXIT is not inside a loop *)
  BEGIN
    LOOP Inner(); EXIT END;
    TRY LOOP TRY EXIT FINALLY i := 1 END END FINALLY EXIT END;
(*                                                   ^ M3720: EXIT is not inside a loop *)
  END P;
BEGIN
  WHILE b DO EXIT END;
  REPEAT IF b THEN EXIT END UNTIL i = 3;
  LOOP IF b THEN EXIT END END;
  FOR k := 1 TO 10 BY 2 DO i := k; IF b THEN EXIT END END;
  FOR k := Color.Blue TO FIRST(Color) BY -1 DO b := k = Color.Red END;
  FOR k := 'a' TO c DO c := k END;
  FOR k := 1L TO l BY 2L DO l := k END;
  FOR k := TRUE TO FALSE DO b := k END;
  IF b THEN EXIT END;
(*          ^ M3720: EXIT is not inside a loop *)
  WHILE i DO END;
(*      ^ M3706: the condition of WHILE is a BOOLEAN, not INTEGER *)
  REPEAT UNTIL "x";
(*             ^ M3706: the condition of REPEAT is a BOOLEAN, not TEXT *)
  FOR k := 1 TO 'a' DO i := k END;
(*              ^ M3722: the bounds of FOR have one base type, and these have INTEGER and CHAR *)
  FOR k := 1 TO 2L DO i := k END;
(*              ^ M3722: the bounds of FOR have one base type, and these have INTEGER and LONGINT *)
  FOR k := 1.0 TO 2.0 DO x := k END;
(*         ^ M3721: the bounds of FOR are ordinals, and this is of type REAL *)
  FOR k := 1 TO 10 BY i DO i := k END;
  FOR k := 1 TO 10 BY 0 DO i := k END;
(*                    ^ W4107: with a step of zero this loop does not end by itself *)
  FOR k := 1 TO 10 BY 'a' DO i := k END;
(*                    ^ M3723: the step of FOR is an integer, not CHAR *)
  FOR k := undefined TO 10 DO i := k END;
(*         ^ M3401: undefined is not declared *)
  FOR k := 1 TO k DO i := k END;
(*              ^ M3401: k is not declared *)
  IF b THEN EXIT END;
(*          ^ M3720: EXIT is not inside a loop *)
  P();
END Main.
