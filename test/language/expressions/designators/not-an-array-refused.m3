=== errors
(* A subscript is assignable to the index type and within it; else it is a checked run-time error. *)
MODULE Main;
VAR n: INTEGER;
BEGIN
  n[0] := 1
(*^ M3511: only arrays have subscripts, and this is of type INTEGER *)
END Main.
