(* 2.2.9 Objects: T.m names a method of T. *)
=== errors
MODULE Main;
TYPE T = OBJECT METHODS m() END;
VAR x := T.n;
(*         ^ M3404: type T has no method n *)
BEGIN
END Main.
