(* 2.6.13 Type operations: BITSIZE, BYTESIZE and ADRSIZE want a type or a designator. *)
=== errors
=== Main.m3
MODULE Main;
CONST Names = ARRAY [0 .. 1] OF TEXT{"a", "b"};
VAR n := BITSIZE(n + 1); m := BYTESIZE(1); size := BITSIZE(Names) + BITSIZE(n) + BYTESIZE(Names[0]);
(*               ^ M3623: BITSIZE wants a type or a variable (a designator), not INTEGER *)
(*                                     ^ M3623: BYTESIZE wants a type or a variable (a designator), not INTEGER *)
PROCEDURE One(): INTEGER = BEGIN RETURN 1 END One;
BEGIN
  n := ADRSIZE(One()) + ADRSIZE(INTEGER);
(*             ^ M3623: ADRSIZE wants a type or a variable (a designator), not INTEGER *)
END Main.
