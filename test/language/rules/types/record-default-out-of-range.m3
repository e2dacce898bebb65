(* 2.2.4: The default of a field is a member of its type. *)
=== errors
MODULE Main;
TYPE R = RECORD a: [0 .. 3] := 4 END;
(*                             ^ M3522: the value 4 is not a member of [0..3], the type of the default of a field *)
BEGIN
END Main.
