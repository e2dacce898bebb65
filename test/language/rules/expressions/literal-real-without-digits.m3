(* 2.6.4 Numeric literals: a real literal has digits after its point. *)
=== errors
MODULE Main;
VAR x := 1.;
(*       ^ P1005: a real literal has digits on both sides of its point *)
BEGIN
END Main.
