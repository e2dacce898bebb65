(* Objects are references: assignment shares them; equality is identity. *)
MODULE Main;
IMPORT IO;
TYPE T = OBJECT METHODS f(n: INTEGER): INTEGER := F END;
PROCEDURE F(t: T; n: INTEGER): INTEGER = BEGIN IF n = 0 THEN RETURN 0 ELSE RETURN n + t.f(n - 1) END END F;
BEGIN
  IO.PutInt(NEW(T).f(4)); IO.Put(" ");
  IO.Put("\n");
END Main.
