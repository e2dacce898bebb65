=== errors
(* A procedure's heading and END have one name; formals have distinct names; a formal has a type or a default. *)
MODULE Main;
PROCEDURE P() = BEGIN END Q;
(*                        ^ M3003: this ends procedure P, not Q *)
BEGIN
END Main.
