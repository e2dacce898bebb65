(* 2.2.10 Subtyping: a fixed object is not assigned to an unrelated subtype. *)
=== errors
MODULE Main;
TYPE T = OBJECT END;
  U = T OBJECT u: INTEGER END;
  V = T OBJECT v: INTEGER END;
VAR u: U; v: V;
BEGIN
  u := v;
(*     ^ M3520: cannot assign V to u of type U: neither is a subtype of the other *)
END Main.
