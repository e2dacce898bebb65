(* BOOLEAN, CHAR, CARDINAL are predeclared ordinals. *)
MODULE Main;
IMPORT IO;
TYPE C = {A, B, C};
PROCEDURE P(c: C): C = BEGIN IF c = LAST(C) THEN RETURN FIRST(C) ELSE RETURN VAL(ORD(c) + 1, C) END END P;
BEGIN
  IO.PutInt(ORD(P(C.A))); IO.Put(" "); IO.PutInt(ORD(P(C.C))); IO.Put(" ");
  IO.Put("\n");
END Main.
