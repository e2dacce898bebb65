=== errors
(* A method is called with the object as its first argument; subtypes inherit and override. *)
MODULE Main;
TYPE T = OBJECT METHODS m() END;
VAR t := NEW(T);
BEGIN
  t.m := NIL
(*  ^ M3407: the method m of an object can only be called; as a value, name its type: T.m *)
END Main.
