=== errors
(* RETURN ends a procedure; with a value exactly in functions, where it must be assignable to the result type. *)
MODULE Main;
PROCEDURE F(): INTEGER =
  BEGIN
    RETURN
(*  ^ M3742: F is a function procedure: its RETURN wants a value of type INTEGER *)
  END F;
BEGIN
  EVAL F()
END Main.
