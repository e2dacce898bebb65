(* Objects are references: assignment shares them; equality is identity. *)
MODULE Main;
IMPORT IO, Fmt;
TYPE T = OBJECT a := 1 END;
VAR t := NEW(T); u := t;
BEGIN
  u.a := 2; IO.PutInt(t.a); IO.Put(" "); IO.Put(Fmt.Bool(t = u) & " "); IO.Put(Fmt.Bool(t = NEW(T)) & " ");
  IO.Put("\n");
END Main.
