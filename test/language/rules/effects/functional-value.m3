(* SPIN FUNCTIONAL: an EPHEMERAL procedure is not a member of a FUNCTIONAL procedure type. *)
=== errors
MODULE Main;
TYPE T = FUNCTIONAL PROCEDURE (): BOOLEAN;
EPHEMERAL PROCEDURE P(): BOOLEAN = BEGIN RETURN TRUE END P;
VAR p: T := P;
(*          ^ M3520: cannot assign EPHEMERAL PROCEDURE (): BOOLEAN to variable p of type T: it is not FUNCTIONAL *)
BEGIN
END Main.
