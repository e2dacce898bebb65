(* 2.6.3: The sum of the bounds of SUBARRAY does not wrap around. *)
MODULE Main;
IMPORT IO;
VAR a := ARRAY [0 .. 4] OF INTEGER {0, ..}; n := LAST(INTEGER);
BEGIN
  IO.PutInt(NUMBER(SUBARRAY(a, n, 1)));
END Main.
