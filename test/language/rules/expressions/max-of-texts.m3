(* 2.6.10: MAX is of ordinals and floats. *)
=== errors
MODULE Main;
VAR t := MAX("a", "b");
(*                ^ M3623: MAX wants two ordinals of one base type or two floating-point numbers of one type *)
BEGIN
END Main.
