=== errors
(* A method is called with the object as its first argument; subtypes inherit and override. *)
MODULE Main;
TYPE T = T OBJECT END;
(*   ^ M3102: type T is recursive without a reference in between *)
BEGIN
END Main.
