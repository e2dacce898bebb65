(* 2.4 Declarations: what a procedure declares is its own. *)
=== errors
MODULE Main;
PROCEDURE P() =
  VAR local := 3;
  BEGIN EVAL local END P;
BEGIN
  EVAL local;
(*     ^ M3401: local is not declared *)
END Main.
