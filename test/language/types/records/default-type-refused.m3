=== errors
(* Fields have distinct names and may have defaults, which are constants assignable to the field's type. *)
MODULE Main;
TYPE R = RECORD a: INTEGER := 'x' END;
(*                            ^ M3520: cannot assign CHAR to the default of a field of type INTEGER: their base types differ *)
BEGIN
END Main.
