=== errors
(* A procedure's heading and END have one name; formals have distinct names; a formal has a type or a default. *)
MODULE Main;
PROCEDURE P(a: INTEGER; a: CHAR) = BEGIN END P;
(*                      ^ M3101: there are two parameters a *)
BEGIN
END Main.
