(* SPIN EPHEMERAL: a plain procedure is not a member of an EPHEMERAL procedure type. *)
=== errors
MODULE Main;
TYPE T = EPHEMERAL PROCEDURE ();
PROCEDURE P() = BEGIN END P;
VAR p: T := P;
(*          ^ M3520: cannot assign PROCEDURE () to variable p of type T: it is not EPHEMERAL *)
BEGIN
END Main.
