=== errors
(* A nested procedure sees the variables of those around it, of the call it belongs to. *)
MODULE Main;
PROCEDURE Outer(): PROCEDURE() =
  PROCEDURE Inner() = BEGIN END Inner;
  BEGIN
    RETURN Inner
(*         ^ M3521: Inner is a local procedure; it may be called and passed as a VALUE parameter of a procedure type, but not assigned *)
  END Outer;
BEGIN
  EVAL Outer()
END Main.
