(* 2.2.4 Records: the field names of a record are distinct. *)
=== errors
MODULE Main;
TYPE T = RECORD a: INTEGER; b, a: CHAR END;
(*                             ^ M3112: a is declared twice in this type *)
BEGIN
END Main.
