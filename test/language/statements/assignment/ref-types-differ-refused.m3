=== errors
(* Object references are assigned with a check where the variable's type is a subtype. *)
MODULE Main;
VAR a: REF INTEGER; b: REF CHAR;
BEGIN
  a := b
(*     ^ M3520: cannot assign REF CHAR to a of type REF INTEGER: neither is a subtype of the other *)
END Main.
