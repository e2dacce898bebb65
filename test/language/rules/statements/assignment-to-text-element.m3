(* 2.3.1 Assignment: texts have no elements. *)
=== errors
MODULE Main;
VAR t := "abc";
BEGIN
  t[0] := 'x';
(*^ M3511: only arrays have subscripts, and this is of type TEXT *)
END Main.
