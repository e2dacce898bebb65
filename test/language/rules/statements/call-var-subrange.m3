(* 2.3.2: A variable of a subrange is no actual for a VAR formal of its base type. *)
=== errors
MODULE Main;
VAR s: [1 .. 5] := 4; p: REF [1 .. 5]; 
PROCEDURE P(VAR n: INTEGER) = BEGIN n := 1 END P;
BEGIN
  P(s);
(*  ^ M3614: VAR parameter n of P wants a variable of exactly its type INTEGER, and this is one of type [1..5] *)
END Main.
