=== errors
(* RETURN ends a procedure; with a value exactly in functions, where it must be assignable to the result type. *)
MODULE Main;
PROCEDURE F(): INTEGER =
  BEGIN
    RETURN "a"
(*         ^ M3520: cannot assign TEXT to the result of F of type INTEGER *)
  END F;
BEGIN
  EVAL F()
END Main.
