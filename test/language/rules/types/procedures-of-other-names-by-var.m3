(* 2.2.8: Procedure types with other parameter names are not the same type. *)
=== errors
MODULE Main;
PROCEDURE P(VAR p: PROCEDURE (n: INTEGER)) = BEGIN p := NIL END P;
VAR q: PROCEDURE (m: INTEGER);
BEGIN
  P(q);
(*  ^ M3614: VAR parameter p of P wants a variable of exactly its type PROCEDURE (n: INTEGER), and this is one of type PROCEDURE (m: INTEGER) *)
END Main.
