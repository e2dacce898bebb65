(* 2.6.3 Designators: an open array is subscripted by an integer. *)
=== errors
MODULE Main;
VAR a: REF ARRAY OF CHAR; c: CHAR;
BEGIN
  c := a["x"];
(*       ^ M3520: cannot assign TEXT to the subscript of type INTEGER *)
END Main.
