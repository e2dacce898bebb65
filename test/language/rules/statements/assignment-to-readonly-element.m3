(* 2.3.1 Assignment: a part of a READONLY parameter is not writable. *)
=== errors
MODULE Main;
PROCEDURE P(READONLY a: ARRAY OF INTEGER) = BEGIN a[0] := 1 END P;
(*                                                ^ M3702: this cannot be assigned: a is a READONLY parameter *)
BEGIN
END Main.
