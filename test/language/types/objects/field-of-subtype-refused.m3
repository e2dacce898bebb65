=== errors
(* Objects are references: assignment shares them; equality is identity. *)
MODULE Main;
TYPE T = OBJECT END; U = T OBJECT a: INTEGER END;
VAR t: T := NEW(U);
BEGIN
  t.a := 1
(*  ^ M3404: type T has no field or method a *)
END Main.
