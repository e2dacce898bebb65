(* 2.3.2: A fixed array of another length is no actual for a VAR formal. *)
=== errors
MODULE Main;
PROCEDURE Set(VAR a: ARRAY [1 .. 3] OF INTEGER) = BEGIN a[1] := 7 END Set;
VAR a: ARRAY [0 .. 3] OF INTEGER;
BEGIN
  Set(a);
(*    ^ M3614: VAR parameter a of Set wants a variable of exactly its type ARRAY [1..3] OF INTEGER, and this is one of type ARRAY [0..3] OF INTEGER *)
END Main.
