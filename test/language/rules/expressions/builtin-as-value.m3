(* 2.6.2 Operation syntax: a built-in operation is no value. *)
=== errors
MODULE Main;
VAR p := ORD;
(*       ^ M3403: ORD is a built-in operation; an expression is wanted here *)
BEGIN
END Main.
