=== errors
(* A nested procedure may not be assigned to a variable; that is a checked run-time error, or refused where it is seen. *)
MODULE Main;
VAR p: PROCEDURE();
PROCEDURE Outer() =
  PROCEDURE Inner() = BEGIN END Inner;
  BEGIN
    p := Inner
(*       ^ M3521: Inner is a local procedure; it may be called and passed as a VALUE parameter of a procedure type, but not assigned *)
  END Outer;
BEGIN
  Outer()
END Main.
