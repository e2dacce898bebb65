(* 2.5.3 Modules: names and defaults of parameters are the module's own in it, the interface's everywhere else, also as I.P in the module. *)
MODULE Main;
IMPORT IO, Sums;
BEGIN
  IO.PutInt(Sums.Add(first := 10)); IO.Put(" "); IO.PutInt(Sums.Inside()); IO.Put("\n");
END Main.
