(* 2.3.1 Assignment: a READONLY parameter is not writable. *)
=== errors
MODULE Main;
PROCEDURE P(READONLY n: INTEGER) = BEGIN n := 1 END P;
(*                                       ^ M3702: this cannot be assigned: n is a READONLY parameter *)
BEGIN
END Main.
