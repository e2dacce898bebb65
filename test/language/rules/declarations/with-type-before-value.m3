(* 2.4 Declarations: a declaration without its end. *)
=== errors
MODULE Main;
VAR n: INTEGER := ;
(*                ^ P1012: expected an expression, found `;` *)
BEGIN
END Main.
