(* 2.4 Declarations: a name that is declared twice is one mistake, however it is used. *)
=== errors
MODULE Main;
VAR p := 3;
PROCEDURE p(n: INTEGER) = BEGIN EVAL n END p;
(*        ^ M3101: p is declared twice in this scope *)
BEGIN
  p(3); p := 4; EVAL p.x;
END Main.
