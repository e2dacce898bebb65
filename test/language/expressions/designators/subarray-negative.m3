(* 2.6.3: The bounds of SUBARRAY are CARDINALs. *)
MODULE Main;
IMPORT IO;
VAR a := ARRAY [0 .. 4] OF INTEGER {0, ..}; n := -1;
BEGIN
  IO.PutInt(NUMBER(SUBARRAY(a, 1, 2))); IO.Put("\n"); IO.PutInt(NUMBER(SUBARRAY(a, n, 2)));
END Main.
