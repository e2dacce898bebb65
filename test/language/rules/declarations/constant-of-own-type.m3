(* 2.4.8: A constant's type does not depend on the constant. *)
=== errors
MODULE Main;
CONST N: [0 .. N] = 3;
(*    ^ M3102: constant N is defined by itself *)
BEGIN
END Main.
