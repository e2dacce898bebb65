=== errors
(* The index type of a fixed array is ordinal; an open array may only be a referent, a formal, an open array's element, or an array constructor's type. *)
MODULE Main;
TYPE A = ARRAY [0 .. 1] OF ARRAY OF INTEGER;
(*                         ^ M3105: the element type of a fixed array cannot be an open array *)
BEGIN
END Main.
