(* 2.6.4 Numeric literals: a real literal has digits after its point. *)
=== errors
MODULE Main;
VAR x := 1.;
(*         ^ P1012: expected a name, found `;` *)
BEGIN
END Main.
