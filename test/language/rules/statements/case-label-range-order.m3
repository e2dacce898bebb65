(* 2.3.17 Case: labels that overlap are not disjoint. *)
=== errors
MODULE Main;
VAR c: CHAR;
BEGIN
  CASE c OF 'a' .. 'm' => | 'm' .. 'z' => ELSE END;
(*                          ^ M3712: the label 'm' is already in this CASE *)
END Main.
