(* 2.3.1 Assignment: ordinal types must have a common member. *)
=== errors
MODULE Main;
VAR a: [1 .. 5]; b: [6 .. 9];
BEGIN
  a := b;
(*     ^ M3520: cannot assign [6..9] to a of type [1..5]: they have no member in common *)
END Main.
