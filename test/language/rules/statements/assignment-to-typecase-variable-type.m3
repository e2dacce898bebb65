(* 2.3.18 Typecase: the variable has the type of its branch. *)
=== errors
MODULE Main;
VAR r: REFANY := NIL;
BEGIN
  TYPECASE r OF TEXT (t) => t := 3 ELSE END;
(*                               ^ M3520: cannot assign INTEGER to t of type TEXT *)
END Main.
