(* SPIN VIEW: a view is writable if its variable is. *)
=== errors
MODULE Main;
PROCEDURE P(READONLY a: ARRAY [0 .. 7] OF CHAR) = BEGIN VIEW(a, INTEGER) := 1 END P;
(*                                                      ^ M3702: this cannot be assigned: a is a READONLY parameter *)
BEGIN
END Main.
