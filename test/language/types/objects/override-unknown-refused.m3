=== errors
(* A method is called with the object as its first argument; subtypes inherit and override. *)
MODULE Main;
TYPE T = OBJECT OVERRIDES m := P END;
(*                        ^ M3113: ROOT has no method m to override *)
PROCEDURE P(t: T) = BEGIN EVAL t END P;
BEGIN
END Main.
