(* 2.6.4: An exponent has digits. *)
=== errors
MODULE Main;
CONST A = 1.5E;
(*        ^ P1005: the exponent of a real literal needs digits *)
BEGIN
END Main.
