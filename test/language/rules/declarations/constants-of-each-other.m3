(* 2.4.8 Recursive declarations: constants do not define each other. *)
=== errors
MODULE Main;
CONST A = B; B = A + 1;
(*    ^ M3102: constant A is defined by itself *)
BEGIN
END Main.
