(* 2.2.10: A packed type is a subtype of its base type and the reverse, but not the same type. *)
=== errors
MODULE Main;
TYPE T = [0 .. 255]; U = BITS 8 FOR T;
VAR t: T; u: U; rt: REF T; ru: REF U;
BEGIN
  t := u; u := t; rt := ru;
(*                      ^ M3520: cannot assign REF U to rt of type REF T: neither is a subtype of the other *)
END Main.
