(* What is unsafe is refused in a safe unit. *)
MODULE Main;
IMPORT IO, Fmt;
VAR r := NEW(REF INTEGER);
BEGIN
  DISPOSE(r); IO.Put(Fmt.Bool(r = NIL) & " ");
  IO.Put("\n");
END Main.
