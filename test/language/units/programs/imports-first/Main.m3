(* 2.5.6 Initialization: a module's body is executed before those that depend on it and that it does not depend on, also through interfaces. *)
MODULE Main;
IMPORT Log, Upper;
BEGIN
  Upper.Use(); Log.Say("Main");
  Log.End();
END Main.
