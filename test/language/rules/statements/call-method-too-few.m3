(* 2.3.2 Procedure call: a method is called with its own parameters. *)
=== errors
MODULE Main;
TYPE T = OBJECT METHODS m(n: INTEGER) END;
VAR t: T;
BEGIN
  t.m();
(*^ M3601: parameter n of method m is not bound and has no default *)
END Main.
