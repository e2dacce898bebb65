(* 2.6.15: SUBARRAY is not constant. *)
=== errors
MODULE Main;
CONST A = ARRAY [0 .. 2] OF INTEGER {1, 2, 3}; B = NUMBER(SUBARRAY(A, 0, 2));
(*                                                 ^ M3502: a constant expression is wanted here, and this can only be evaluated at run time *)
BEGIN
END Main.
