=== errors
(* Arrays are passed, assigned, compared and returned as values, and are open where the formal is. *)
MODULE Main;
VAR a: ARRAY [0 .. 1] OF INTEGER;
BEGIN
  a[0, 1] := 1
(*^ M3511: only arrays have subscripts, and this is of type INTEGER *)
END Main.
