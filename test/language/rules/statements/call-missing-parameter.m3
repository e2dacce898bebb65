(* 2.3.2 Procedure call: every parameter without a default is bound. *)
=== errors
MODULE Main;
PROCEDURE P(a, b: INTEGER) = BEGIN END P;
BEGIN
  P(1);
(*^ M3601: parameter b of P is not bound and has no default *)
END Main.
