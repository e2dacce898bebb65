(* 2.4.8 Recursive declarations: a constant does not define itself. *)
=== errors
MODULE Main;
CONST N = N + 1;
(*    ^ M3102: constant N is defined by itself *)
BEGIN
END Main.
