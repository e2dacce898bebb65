=== errors
(* REAL, LONGREAL and EXTENDED are floating types; they are not converted into each other. *)
MODULE Main;
VAR x: EXTENDED; y: LONGREAL;
BEGIN
  x := y
(*     ^ M3520: cannot assign LONGREAL to x of type EXTENDED *)
END Main.
