(* ISTYPE asks for a reference's type, NIL belonging to every one; NARROW checks it. *)
MODULE Main;
IMPORT IO, Fmt;
TYPE T = OBJECT END; U = T OBJECT END;
VAR t: T := NEW(U);
BEGIN
  IO.Put(Fmt.Bool(TYPECODE(t) = TYPECODE(U)) & " "); IO.Put(Fmt.Bool(TYPECODE(T) = TYPECODE(U)) & " ");
  IO.Put("\n");
END Main.
