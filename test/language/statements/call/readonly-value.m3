(* A READONLY formal takes any assignable value; a designator of its type is not copied. *)
MODULE Main;
IMPORT IO;
PROCEDURE P(READONLY v: INTEGER) = BEGIN IO.PutInt(v); IO.Put(" ") END P;
BEGIN
  P(3 + 4);
  IO.Put("\n");
END Main.
