(* A subrange's bounds are constants of one ordinal type. *)
MODULE Main;
IMPORT IO;
TYPE S = [-3 .. 3]; D = ['a' .. 'z']; C = {A, B, X, Y}; E = [C.B .. C.X];
BEGIN
  IO.PutInt(FIRST(S)); IO.Put(" "); IO.PutInt(NUMBER(S)); IO.Put(" "); IO.PutInt(ORD(LAST(D))); IO.Put(" "); IO.PutInt(ORD(FIRST(E))); IO.Put(" "); IO.PutInt(NUMBER(E)); IO.Put(" ");
  IO.Put("\n");
END Main.
