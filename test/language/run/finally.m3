(* FINALLY runs however its body ends: normally, by an exception, EXIT, RETURN, and from loops within loops. LOCK gives its mutex back. *)
MODULE Main;
IMPORT IO;
EXCEPTION E(INTEGER);
VAR mu := NEW(MUTEX); depth := 0;
TYPE R = RECORD a, b: INTEGER END;

PROCEDURE P (t: TEXT) = BEGIN IO.Put(t); IO.Put(" ") END P;
PROCEDURE I (i: INTEGER) = BEGIN IO.PutInt(i); IO.Put(" ") END I;
PROCEDURE Early (n: INTEGER): INTEGER =
  BEGIN
    TRY
      IF n = 1 THEN RETURN 10 END;
      TRY IF n = 2 THEN RETURN 20 END; IF n = 3 THEN RETURN n * 10 END FINALLY P("inner") END;
      P("through");
    FINALLY P("outer"); n := 1000 END;
    RETURN n;
  END Early;
PROCEDURE Rec (): R = VAR r := R {1, 2}; BEGIN TRY RETURN r FINALLY r.a := 100 END END Rec;
PROCEDURE Override (): INTEGER = BEGIN TRY RETURN 1 FINALLY RETURN 2 END END Override;
PROCEDURE Loops () =
  BEGIN
    FOR i := 1 TO 4 DO
      TRY
        IF i = 2 THEN I(-2) ELSIF i = 4 THEN EXIT END;
        LOOP TRY I(i); EXIT FINALLY P("f") END END;
      FINALLY P("g") END;
    END;
    P("out");
  END Loops;
PROCEDURE Raising (n: INTEGER) RAISES {E} =
  BEGIN
    TRY TRY IF n > 0 THEN RAISE E(n) END; P("ok") FINALLY P("fin"); depth := depth + 1 END FINALLY P("all"); I(depth) END
  END Raising;
PROCEDURE Swallow (): INTEGER = BEGIN LOOP TRY RAISE E(5) FINALLY EXIT END END; RETURN 77 END Swallow;
PROCEDURE Locked (n: INTEGER): INTEGER RAISES {E} =
  BEGIN LOCK mu DO IF n = 0 THEN RETURN 1 ELSIF n = 1 THEN RAISE E(8) END; P("held") END; RETURN 3 END Locked;
PROCEDURE Nested () =
  BEGIN TRY P("a") FINALLY TRY P("b"); TRY P("c") FINALLY P("d") END FINALLY P("e") END END END Nested;
BEGIN
  FOR i := 1 TO 4 DO I(Early(i)) END; IO.Put("\n");
  I(Rec().a); I(Override()); Loops(); IO.Put("\n");
  Raising(0); TRY Raising(6) EXCEPT E (e) => I(e) END; I(Swallow()); IO.Put("\n");
  I(Locked(0)); TRY I(Locked(1)) EXCEPT E (e) => I(e) END; I(Locked(2)); I(Locked(0)); Nested(); IO.Put("\n");
END Main.
