(* 2.3.18 Typecase: the type of a branch is a subtype of the selector's. *)
=== errors
MODULE Main;
TYPE T = OBJECT END;
VAR t: T;
BEGIN
  TYPECASE t OF TEXT => ELSE END;
(*              ^ M3714: TEXT is not a subtype of T, the type of the selector *)
END Main.
