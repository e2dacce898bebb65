(* 2.2.4 Records: the default value of a field is assignable to its type. *)
=== errors
MODULE Main;
TYPE T = RECORD a: CHAR := 3 END;
(*                         ^ M3520: cannot assign INTEGER to the default of a field of type CHAR: their base types differ *)
BEGIN
END Main.
