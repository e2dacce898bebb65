=== errors
(* Records of one structure are one type; names and order of fields and defaults count. *)
MODULE Main;
VAR a: RECORD x, y: INTEGER END; b: RECORD y, x: INTEGER END;
BEGIN
  a := b
(*     ^ M3520: cannot assign RECORD y: INTEGER; x: INTEGER; END to a of type RECORD x: INTEGER; y: INTEGER; END *)
END Main.
