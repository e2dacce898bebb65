(* A READONLY formal takes any assignable value; a designator of its type is not copied. *)
MODULE Main;
IMPORT IO;
VAR x := 1;
PROCEDURE P(READONLY v: INTEGER) = BEGIN x := 5; IO.PutInt(v); IO.Put(" ") END P;
BEGIN
  P(x);
  IO.Put("\n");
END Main.
