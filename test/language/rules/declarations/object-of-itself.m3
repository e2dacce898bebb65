(* 2.4.8 Recursive declarations: an object type is not its own supertype. *)
=== errors
MODULE Main;
TYPE T = T OBJECT END;
(*   ^ M3102: type T is recursive without a reference in between *)
BEGIN
END Main.
