(* 2.2.4 Records: a field is not of an empty type. *)
=== errors
MODULE Main;
TYPE T = RECORD a: [1 .. 0] END;
(*                 ^ M3119: this type has no values, so no field can have it *)
BEGIN
END Main.
