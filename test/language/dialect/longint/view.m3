(* LONGINT is a type of its own; ORD and VAL convert. *)
MODULE Main;
IMPORT IO;
VAR n := 258; 
PROCEDURE P(READONLY a: ARRAY OF BITS 8 FOR [0 .. 255]) = BEGIN IO.PutInt(NUMBER(a)); IO.Put(" "); IO.PutInt(a[0]); IO.Put(" "); IO.PutInt(a[1]); IO.Put(" ") END P;
BEGIN
  P(VIEW(n, ARRAY OF BITS 8 FOR [0 .. 255]));
  IO.Put("\n");
END Main.
