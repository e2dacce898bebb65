(* The name in a handler is a variable of the handler with the argument's value. *)
MODULE Main;
IMPORT IO;
EXCEPTION E(INTEGER);
BEGIN
  TRY RAISE E(3) EXCEPT E (n) => n := n + 1; IO.PutInt(n); IO.Put(" ") END;
  IO.Put("\n");
END Main.
