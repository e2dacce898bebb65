=== errors
(* BOOLEAN, CHAR, CARDINAL are predeclared ordinals. *)
MODULE Main;
VAR a: [0 .. 4]; b: [5 .. 9];
BEGIN
  a := b
(*     ^ M3520: cannot assign [5..9] to a of type [0..4]: they have no member in common *)
END Main.
