(* 2.3.2 Procedure call: a procedure constant is no actual for VAR. *)
=== errors
MODULE Main;
PROCEDURE Take(VAR p: PROCEDURE ()) = BEGIN p() END Take;
PROCEDURE Q() = BEGIN END Q;
BEGIN
  Take(Q);
(*     ^ M3611: VAR parameter p of Take wants a variable (a writable designator), and this is a value *)
END Main.
