(* 2.3.1 Assignment: a SUBARRAY of a READONLY parameter is not writable. *)
=== errors
MODULE Main;
PROCEDURE P(READONLY a: ARRAY OF INTEGER) = BEGIN SUBARRAY(a, 0, 1) := SUBARRAY(a, 1, 1) END P;
(*                                                ^ M3702: this cannot be assigned: a is a READONLY parameter *)
BEGIN
END Main.
