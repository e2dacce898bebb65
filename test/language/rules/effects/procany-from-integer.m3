(* SPIN PROCANY: only procedures become one. *)
=== errors
MODULE Main;
VAR p: PROCANY;
BEGIN
  p := 3;
(*     ^ M3520: cannot assign INTEGER to p of type PROCANY *)
END Main.
