(* 2.6.13 Type operations: NARROW goes to a subtype. *)
=== errors
MODULE Main;
VAR t: REF INTEGER; u: REF CHAR;
BEGIN
  u := NARROW(t, REF CHAR);
(*     ^ M3625: an expression of type REF INTEGER is never of type REF CHAR *)
END Main.
