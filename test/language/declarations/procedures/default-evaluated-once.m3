(* A procedure's heading and END have one name; formals have distinct names; a formal has a type or a default. *)
MODULE Main;
IMPORT IO;
CONST C = 4;
PROCEDURE P(a := C; b := C + 1) = BEGIN IO.PutInt(a); IO.Put(" "); IO.PutInt(b); IO.Put(" ") END P;
BEGIN
  P(); P(b := 9);
  IO.Put("\n");
END Main.
