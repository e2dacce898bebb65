(* RETURN ends a procedure; with a value exactly in functions, where it must be assignable to the result type. *)
MODULE Main;
IMPORT IO;
PROCEDURE P(n: INTEGER) = BEGIN IF n > 1 THEN RETURN END; IO.PutInt(n); IO.Put(" ") END P;
BEGIN
  P(2); P(1);
  IO.Put("\n");
END Main.
