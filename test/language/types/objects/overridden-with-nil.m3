(* 2.2.9: A method may be NIL, by default or by an override; calling it is a checked run-time error. *)
MODULE Main;
IMPORT IO;
TYPE A = OBJECT METHODS m() := P; n() END; B = A OBJECT OVERRIDES m := NIL; n := A.m END;
PROCEDURE P(<*UNUSED*> self: A) = BEGIN IO.Put("P\n") END P;
VAR b := NEW(B);
BEGIN
  b.n(); b.m();
END Main.
