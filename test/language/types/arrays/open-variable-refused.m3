=== errors
(* The index type of a fixed array is ordinal; an open array may only be a referent, a formal, an open array's element, or an array constructor's type. *)
MODULE Main;
VAR a: ARRAY OF INTEGER;
(*     ^ M3105: a variable cannot be an open array *)
BEGIN
END Main.
