(* 2.4.8 Recursive declarations: a type does not contain itself. *)
=== errors
MODULE Main;
TYPE T = RECORD x: T END;
(*   ^ M3102: type T is recursive without a reference in between *)
BEGIN
END Main.
