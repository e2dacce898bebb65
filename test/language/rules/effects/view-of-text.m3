(* SPIN VIEW: a view is of a variable of a type without references. *)
=== errors
MODULE Main;
VAR t: TEXT;
BEGIN
  EVAL VIEW(t, INTEGER);
(*          ^ M3631: a writable variable viewed as another type must itself be of a complete type: TEXT is not, for it holds a reference *)
END Main.
