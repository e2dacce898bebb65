(* 2.3.17 Case: labels are disjoint. *)
=== errors
MODULE Main;
VAR n: INTEGER;
BEGIN
  CASE n OF 1 .. 5 => | 3 => ELSE END;
(*                      ^ M3712: the label 3 is already in this CASE *)
END Main.
