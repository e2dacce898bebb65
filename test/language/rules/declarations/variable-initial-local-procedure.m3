(* 2.4.3 Variables: a local procedure is no initial value. *)
=== errors
MODULE Main;
PROCEDURE Outer() =
  PROCEDURE Inner() = BEGIN END Inner;
  VAR p := Inner;
(*         ^ M3521: Inner is a local procedure; it may be called and passed as a VALUE parameter of a procedure type, but not assigned *)
  BEGIN p() END Outer;
BEGIN
END Main.
