=== errors
(* Objects are references: assignment shares them; equality is identity. *)
MODULE Main;
TYPE T = OBJECT METHODS m(a: INTEGER) END;
VAR t := NEW(T);
BEGIN
  t.m()
(*^ M3601: parameter a of method m is not bound and has no default *)
END Main.
