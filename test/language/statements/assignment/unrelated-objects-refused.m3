=== errors
(* Object references are assigned with a check where the variable's type is a subtype. *)
MODULE Main;
TYPE T = OBJECT END; U = T OBJECT a: INTEGER END; V = T OBJECT b: INTEGER END;
VAR u: U; v: V;
BEGIN
  u := v
(*     ^ M3520: cannot assign V to u of type U: neither is a subtype of the other *)
END Main.
