(* 2.6.9: A method that is bound to NIL where an object is made faults when it is called. *)
MODULE Main;
IMPORT IO;
TYPE T = OBJECT METHODS m() := P END;
PROCEDURE P(<*UNUSED*> self: T) = BEGIN IO.Put("P\n") END P;
VAR a := NEW(T); b := NEW(T, m := NIL);
BEGIN
  a.m(); b.m();
END Main.
