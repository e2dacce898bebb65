(* Comments nest; pragmas stand where they may. *)
MODULE Main;
IMPORT IO;
BEGIN
  (* a (* b *) "c *) IO.PutInt(1); IO.Put(" ");
  IO.Put("\n");
END Main.
