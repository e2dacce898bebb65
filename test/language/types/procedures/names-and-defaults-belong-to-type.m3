(* 2.2.8: Parameter names and defaults belong to a procedure's type, not to its value. *)
MODULE Main;
IMPORT IO;
PROCEDURE P(n: INTEGER := 1) = BEGIN IO.PutInt(n) END P;
VAR q: PROCEDURE (m: INTEGER := 2) := P; r: PROCEDURE (k: INTEGER) := q;
BEGIN
  IF P = q AND q = r THEN IO.Put("same ") END;
  P(); q(); P(n := 3); q(m := 4); r(k := 5); IO.Put("\n");
END Main.
