(* RAISE wants an exception, with an argument exactly if it was declared with one. *)
MODULE Main;
IMPORT IO;
EXCEPTION E(INTEGER);
<*FATAL E*>
BEGIN
  RAISE E(5);
  IO.Put("\n");
END Main.
