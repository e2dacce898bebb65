(* SPIN EPHEMERAL: nested procedures are part of the body. *)
=== errors
MODULE Main;
PROCEDURE P() = BEGIN END P;
EPHEMERAL PROCEDURE E() =
  PROCEDURE Inner() = BEGIN P() END Inner;
(*                          ^ M3801: E is EPHEMERAL and may call only what is EPHEMERAL; P is not *)
  BEGIN END E;
BEGIN
END Main.
