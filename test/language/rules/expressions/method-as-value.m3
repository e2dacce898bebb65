(* 2.6.3 Designators: o.m is called. *)
=== errors
MODULE Main;
TYPE T = OBJECT METHODS m() END;
VAR o: T; p: PROCEDURE ();
BEGIN
  p := o.m;
(*       ^ M3407: the method m of an object can only be called; as a value, name its type: T.m *)
END Main.
