(* 2.3.11 Return: a procedure that is returned is top-level. *)
=== errors
MODULE Main;
TYPE P = PROCEDURE ();
PROCEDURE F(): P =
  PROCEDURE Inner() = BEGIN END Inner;
  BEGIN RETURN Inner END F;
(*             ^ M3521: Inner is a local procedure; it may be called and passed as a VALUE parameter of a procedure type, but not assigned *)
BEGIN
END Main.
