(* 2.2 Types: the order of the elements belongs to an enumeration. *)
=== errors
MODULE Main;
VAR a: {Red, Green}; b: {Green, Red};
BEGIN
  a := b;
(*     ^ M3520: cannot assign {Green, Red} to a of type {Red, Green}: their base types differ *)
END Main.
