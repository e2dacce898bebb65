(* SPIN PROCANY: a nested procedure cannot become one. *)
=== errors
MODULE Main;
VAR p: PROCANY;
PROCEDURE Outer() =
  PROCEDURE Inner() = BEGIN END Inner;
  BEGIN p := Inner END Outer;
(*           ^ M3521: Inner is a local procedure; it may be called and passed as a VALUE parameter of a procedure type, but not assigned *)
BEGIN
END Main.
