=== errors
(* RETURN ends a procedure; with a value exactly in functions, where it must be assignable to the result type. *)
MODULE Main;
PROCEDURE P() =
  BEGIN
    RETURN 1
(*         ^ M3741: P is a proper procedure: its RETURN has no value *)
  END P;
BEGIN
  P()
END Main.
