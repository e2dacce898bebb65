(* ISTYPE asks for a reference's type, NIL belonging to every one; NARROW checks it. *)
MODULE Main;
IMPORT IO, Fmt;
TYPE T = OBJECT END; U = T OBJECT END;
VAR t: T := NEW(T); u: T := NEW(U); n: T := NIL;
BEGIN
  IO.Put(Fmt.Bool(ISTYPE(t, U)) & " "); IO.Put(Fmt.Bool(ISTYPE(u, U)) & " "); IO.Put(Fmt.Bool(ISTYPE(u, T)) & " "); IO.Put(Fmt.Bool(ISTYPE(n, U)) & " ");
  IO.Put("\n");
END Main.
