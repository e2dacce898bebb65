=== errors
(* Records of one structure are one type; names and order of fields and defaults count. *)
MODULE Main;
VAR a: RECORD x: INTEGER END; b: RECORD y: INTEGER END;
BEGIN
  a := b
(*     ^ M3520: cannot assign RECORD y: INTEGER; END to a of type RECORD x: INTEGER; END *)
END Main.
