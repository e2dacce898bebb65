=== errors
(* Every reference belongs to REFANY, every object to ROOT, and NIL to all. *)
MODULE Main;
VAR r: REF INTEGER; o: ROOT;
BEGIN
  r := o
(*     ^ M3520: cannot assign ROOT to r of type REF INTEGER: neither is a subtype of the other *)
END Main.
