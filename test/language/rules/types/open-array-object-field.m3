(* 2.2.3 Arrays: an open array is no type of an object's field. *)
=== errors
MODULE Main;
TYPE T = OBJECT a: ARRAY OF CHAR END;
(*                 ^ M3105: a field cannot be an open array *)
BEGIN
END Main.
