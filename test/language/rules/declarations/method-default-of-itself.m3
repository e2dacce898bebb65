(* 2.4.8 Recursive declarations: the default of a method is not that method. *)
=== errors
MODULE Main;
TYPE U = OBJECT METHODS m() := U.m END;
(*                             ^ M3102: this method is defined by itself *)
BEGIN
END Main.
