(* 2.3.6 Raise: the argument is assignable to the exception's type. *)
=== errors
MODULE Main;
EXCEPTION E(INTEGER);
BEGIN
  RAISE E("x");
(*        ^ M3520: cannot assign TEXT to the argument of exception E of type INTEGER *)
END Main.
