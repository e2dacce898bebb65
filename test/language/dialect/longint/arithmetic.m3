(* LONGINT is a type of its own; ORD and VAL convert. *)
MODULE Main;
IMPORT IO, Fmt;
VAR l := 7L; n := 2;
BEGIN
  IO.PutInt(VAL(l * 3L, INTEGER)); IO.Put(" "); IO.PutInt(ORD(l DIV VAL(n, LONGINT))); IO.Put(" "); IO.PutInt(VAL(-l MOD 4L, INTEGER)); IO.Put(" "); IO.Put(Fmt.Bool(l > 6L) & " "); IO.Put(Fmt.Bool(FIRST(LONGINT) < 0L) & " ");
  IO.Put("\n");
END Main.
