=== errors
(* The index type of a fixed array is ordinal; an open array may only be a referent, a formal, an open array's element, or an array constructor's type. *)
MODULE Main;
TYPE R = RECORD a: ARRAY OF INTEGER END;
(*                 ^ M3105: a field cannot be an open array *)
BEGIN
END Main.
