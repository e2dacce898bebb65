(* 2.3.1 Assignment: a procedure value that is assigned is top-level. *)
=== errors
MODULE Main;
VAR p: PROCEDURE ();
PROCEDURE Outer() =
  PROCEDURE Inner() = BEGIN END Inner;
  BEGIN p := Inner END Outer;
(*           ^ M3521: Inner is a local procedure; it may be called and passed as a VALUE parameter of a procedure type, but not assigned *)
BEGIN
END Main.
