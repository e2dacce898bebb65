(* 2.3.1 Assignment: a field of a READONLY parameter is not writable. *)
=== errors
MODULE Main;
PROCEDURE P(READONLY r: RECORD a: INTEGER END) = BEGIN r.a := 1 END P;
(*                                                     ^ M3702: this cannot be assigned: r is a READONLY parameter *)
BEGIN
END Main.
