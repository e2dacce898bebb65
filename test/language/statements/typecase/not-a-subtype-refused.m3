=== errors
(* TYPECASE takes the first arm with a type that the reference's type is a subtype of; NIL belongs to every one; no arm is a checked run-time error. *)
MODULE Main;
TYPE T = OBJECT END;
VAR t := NEW(T);
BEGIN
  TYPECASE t OF
  | REF INTEGER =>
(*  ^ M3714: REF INTEGER is not a subtype of T, the type of the selector *)
  ELSE END
END Main.
