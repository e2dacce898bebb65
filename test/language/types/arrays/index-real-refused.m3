=== errors
(* The index type of a fixed array is ordinal; an open array may only be a referent, a formal, an open array's element, or an array constructor's type. *)
MODULE Main;
TYPE A = ARRAY REAL OF INTEGER;
(*             ^ M3108: the index type of an array must be an ordinal type, not REAL *)
BEGIN
END Main.
