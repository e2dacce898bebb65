=== errors
(* ORD gives an ordinal's number and VAL is its inverse, checked. *)
MODULE Main;
VAR n: INTEGER;
BEGIN
  n := ORD("a")
(*         ^ M3623: ORD wants an ordinal, not TEXT *)
END Main.
