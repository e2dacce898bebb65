(* 2.3.2 Procedure call: a packed field is no actual for a VAR parameter of the base type. *)
=== errors
MODULE Main;
TYPE R = RECORD a: BITS 4 FOR [0 .. 15] END;
VAR r: R;
PROCEDURE P(VAR n: [0 .. 15]) = BEGIN n := 1 END P;
BEGIN
  P(r.a);
(*  ^ M3613: VAR parameter n of P cannot be bound to a packed field or element (BITS n FOR T) *)
END Main.
