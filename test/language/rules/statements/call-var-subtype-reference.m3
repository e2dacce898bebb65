(* 2.3.2 Procedure call: a VAR actual of a subtype is not of the same type. *)
=== errors
MODULE Main;
TYPE T = OBJECT END;
VAR t: T;
PROCEDURE P(VAR r: REFANY) = BEGIN r := NIL END P;
BEGIN
  P(t);
(*  ^ M3614: VAR parameter r of P wants a variable of exactly its type REFANY, and this is one of type T *)
END Main.
