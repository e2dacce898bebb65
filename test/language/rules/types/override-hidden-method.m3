(* 2.2.9 Objects: a method that is hidden by an opaque type is not overridden. *)
=== errors
=== Store.i3 imported
INTERFACE Store;
TYPE T <: Public;
  Public = OBJECT METHODS seen() END;
END Store.
=== Main.m3
MODULE Main;
IMPORT Store;
TYPE U = Store.T OBJECT OVERRIDES hidden := P END;
(*                                ^ M3113: Store.T has no method hidden to override *)
PROCEDURE P(self: U) = BEGIN EVAL self END P;
BEGIN
  EVAL NEW(U);
END Main.
