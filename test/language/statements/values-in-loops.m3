(* 2.4.3 Variables: what a loop may have assigned before is not read too early. *)
MODULE Main;
PROCEDURE P(b: BOOLEAN) = VAR x, y, z, v: INTEGER;
BEGIN
  LOOP
    WHILE b DO EVAL x; EVAL y END;
    x := 1;
    REPEAT
      VAR w, u: INTEGER; BEGIN
        EVAL w;
(*           ^ W4204: w is read here, and nothing has assigned it before *)
        FOR i := 1 TO 2 DO EVAL u; LOOP u := 1; EXIT END END;
      END;
    UNTIL b;
    y := 2;
    EXIT;
  END;
  LOOP EVAL z; IF b THEN z := 1 END; EXIT END;
  WHILE b DO EVAL v END;
(*                ^ W4204: v is read here, and nothing has assigned it before *)
END P;
BEGIN
  P(TRUE);
END Main.
