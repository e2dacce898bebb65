(* SPIN FUNCTIONAL: a procedure value is called if its type is FUNCTIONAL. *)
=== errors
MODULE Main;
VAR p: PROCEDURE (): BOOLEAN;
FUNCTIONAL PROCEDURE F(): BOOLEAN = BEGIN RETURN p() END F;
(*                                               ^ M3801: F is FUNCTIONAL and may call only what is FUNCTIONAL; a procedure of type PROCEDURE (): BOOLEAN is not *)
BEGIN
END Main.
