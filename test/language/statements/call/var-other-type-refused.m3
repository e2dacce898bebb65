=== errors
(* A VAR actual must be a writable designator of the formal's type. *)
MODULE Main;
VAR s: [0 .. 9];
PROCEDURE P(VAR v: INTEGER) = BEGIN v := 1 END P;
BEGIN
  P(s)
(*  ^ M3614: VAR parameter v of P wants a variable of exactly its type INTEGER, and this is one of type [0..9] *)
END Main.
