(* A constant expression is evaluated when it is compiled; what is not constant, or fails, is refused. *)
MODULE Main;
IMPORT IO;
CONST A = 3 * 4 + 1; B = A DIV 2 = 6; C = SET OF [0 .. 9] {1, A - 10}; D = "x" & "y"; E = ORD('a') + NUMBER(BOOLEAN);
BEGIN
  IO.PutInt(A); IO.Put(" "); IO.PutInt(ORD(B)); IO.Put(" "); IO.PutInt(ORD(3 IN C)); IO.Put(" "); IO.PutInt(E); IO.Put(" "); IO.Put(D & " ");
  IO.Put("\n");
END Main.
