(* 2.4.8 Recursive declarations: a type is not its own name. *)
=== errors
MODULE Main;
TYPE T = T;
(*   ^ M3102: type T is recursive without a reference in between *)
BEGIN
END Main.
