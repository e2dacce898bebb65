(* 2.5.1 Import statements: all imports hold at once, whatever their order; FROM prefers the local name of an interface. *)
MODULE Main;
FROM A IMPORT n;
IMPORT A AS B, IO, B AS A;
BEGIN
  IO.PutInt(n); IO.PutInt(A.n); IO.PutInt(B.n); IO.Put("\n");
END Main.
