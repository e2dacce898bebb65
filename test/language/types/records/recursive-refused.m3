=== errors
(* Fields have distinct names and may have defaults, which are constants assignable to the field's type. *)
MODULE Main;
TYPE R = RECORD r: R END;
(*   ^ M3102: type R is recursive without a reference in between *)
BEGIN
END Main.
