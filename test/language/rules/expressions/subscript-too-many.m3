(* 2.6.3 Designators: there are no more subscripts than dimensions. *)
=== errors
MODULE Main;
VAR a: ARRAY [0 .. 3] OF CHAR; c: CHAR;
BEGIN
  c := a[0, 1];
(*     ^ M3511: only arrays have subscripts, and this is of type CHAR *)
END Main.
