(* 2.3.11 Return: a proper procedure returns none. *)
=== errors
MODULE Main;
PROCEDURE P() = BEGIN RETURN 1 END P;
(*                           ^ M3741: P is a proper procedure: its RETURN has no value *)
BEGIN
END Main.
