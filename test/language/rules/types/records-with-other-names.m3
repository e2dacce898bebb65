(* 2.2 Types: field names belong to a record type. *)
=== errors
MODULE Main;
VAR r: RECORD a: INTEGER END; s: RECORD b: INTEGER END;
BEGIN
  r := s;
(*     ^ M3520: cannot assign RECORD b: INTEGER; END to r of type RECORD a: INTEGER; END *)
END Main.
