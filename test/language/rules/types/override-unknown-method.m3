(* 2.2.9 Objects: an override names a method of the supertype. *)
=== errors
MODULE Main;
TYPE T = OBJECT METHODS m() END;
  U = T OBJECT OVERRIDES n := P END;
(*                       ^ M3113: T has no method n to override *)
PROCEDURE P(self: U) = BEGIN END P;
BEGIN
END Main.
