(* 2.4.3 Variables: ordinal types have a common member. *)
=== errors
MODULE Main;
VAR a: [1 .. 3] := 2;
VAR b: [4 .. 9] := a;
(*                 ^ M3520: cannot assign [1..3] to variable b of type [4..9]: they have no member in common *)
BEGIN
END Main.
