(* 2.2.3 Arrays: an open array is no type of a field. *)
=== errors
MODULE Main;
TYPE T = RECORD a: ARRAY OF CHAR END;
(*                 ^ M3105: a field cannot be an open array *)
BEGIN
END Main.
