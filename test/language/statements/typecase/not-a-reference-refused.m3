=== errors
(* TYPECASE takes the first arm with a type that the reference's type is a subtype of; NIL belongs to every one; no arm is a checked run-time error. *)
MODULE Main;
VAR n := 1;
BEGIN
  TYPECASE n OF ELSE END
(*         ^ M3713: TYPECASE selects by the type of an object or a traced reference, and this is of type INTEGER *)
END Main.
