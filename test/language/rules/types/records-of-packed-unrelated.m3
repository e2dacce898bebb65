(* 2.2.10: Records with packed and with unpacked fields are unrelated. *)
=== errors
MODULE Main;
VAR a: RECORD x: [0 .. 255] END; b: RECORD x: BITS 8 FOR [0 .. 255] END;
BEGIN
  a := b;
(*     ^ M3520: cannot assign RECORD x: BITS 8 FOR [0..255]; END to a of type RECORD x: [0..255]; END *)
END Main.
