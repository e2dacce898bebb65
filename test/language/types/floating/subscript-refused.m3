=== errors
(* REAL, LONGREAL and EXTENDED are floating types; they are not converted into each other. *)
MODULE Main;
VAR a: ARRAY [0 .. 1] OF CHAR;
BEGIN
  a[1.0] := 'a'
(*  ^ M3520: cannot assign REAL to the subscript of type [0..1] *)
END Main.
