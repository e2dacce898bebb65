(* 2.6.15: FIRST, LAST, NUMBER and sizes of a variable are constant unless its type is an open array. *)
=== errors
MODULE Main;
PROCEDURE P(READONLY a: ARRAY OF INTEGER) = CONST N = NUMBER(a); BEGIN EVAL N END P;
(*                                                    ^ M3502: a constant expression is wanted here, and this can only be evaluated at run time *)
BEGIN
END Main.
