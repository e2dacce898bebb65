(* 2.6.3 Designators: a subscript is assignable to the index type. *)
=== errors
MODULE Main;
VAR a: ARRAY [0 .. 3] OF CHAR; c: CHAR;
BEGIN
  c := a['x'];
(*       ^ M3520: cannot assign CHAR to the subscript of type [0..3]: their base types differ *)
END Main.
