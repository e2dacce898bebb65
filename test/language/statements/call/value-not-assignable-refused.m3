=== errors
(* A value formal is a new variable; its actual must be assignable, and in range. *)
MODULE Main;
PROCEDURE P(v: INTEGER) = BEGIN END P;
BEGIN
  P("a")
(*  ^ M3610: cannot assign TEXT to parameter v of P of type INTEGER *)
END Main.
