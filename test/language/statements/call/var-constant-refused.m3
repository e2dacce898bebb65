=== errors
(* A VAR actual must be a writable designator of the formal's type. *)
MODULE Main;
CONST C = 1;
PROCEDURE P(VAR v: INTEGER) = BEGIN v := 1 END P;
BEGIN
  P(C)
(*  ^ M3611: VAR parameter v of P wants a variable (a writable designator), and this is a value *)
END Main.
