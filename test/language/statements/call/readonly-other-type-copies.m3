(* A READONLY formal takes any assignable value; a designator of its type is not copied. *)
MODULE Main;
IMPORT IO;
VAR s: [0 .. 9] := 1;
PROCEDURE P(READONLY v: INTEGER) = BEGIN s := 5; IO.PutInt(v); IO.Put(" ") END P;
BEGIN
  P(s);
  IO.Put("\n");
END Main.
