(* 2.2.3: An open array is not packed. *)
=== errors
MODULE Main;
TYPE T = RECORD a: BITS 64 FOR ARRAY OF INTEGER END;
(*                             ^ M3105: a packed type cannot be an open array *)
BEGIN
END Main.
