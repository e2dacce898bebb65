=== errors
(* LONGINT is a type of its own; ORD and VAL convert. *)
MODULE Main;
VAR a: ARRAY [0 .. 3] OF INTEGER;
BEGIN
  a[1L] := 1
(*  ^ M3520: cannot assign LONGINT to the subscript of type [0..3]: their base types differ *)
END Main.
