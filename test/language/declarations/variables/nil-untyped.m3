(* A variable has a type or an initial value, and the value is assignable to the type. *)
MODULE Main;
IMPORT IO, Fmt;
VAR a := NIL;
BEGIN
  IO.Put(Fmt.Bool(a = NIL) & " ");
  IO.Put("\n");
END Main.
