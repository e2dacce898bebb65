(* 2.3 Statements: an expression is no statement. *)
=== errors
MODULE Main;
VAR n: INTEGER;
BEGIN
  n + 1;
(*  ^ P1013: `+` does not belong here *)
END Main.
