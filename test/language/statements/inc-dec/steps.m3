(* INC and DEC step an ordinal variable by one or by an integer, within its type. *)
MODULE Main;
IMPORT IO;
VAR n := 5; c := 'a'; e := FALSE;
BEGIN
  INC(n); INC(n, 3); DEC(n, 2); INC(c, 2); INC(e); IO.PutInt(n); IO.Put(" "); IO.PutInt(ORD(c)); IO.Put(" "); IO.PutInt(ORD(e)); IO.Put(" ");
  IO.Put("\n");
END Main.
