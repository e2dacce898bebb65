(* 2.7 Unsafe operations: an ADDRESS does not become a typed untraced reference. *)
=== errors
MODULE Main;
VAR a: ADDRESS; r: UNTRACED REF INTEGER;
BEGIN
  r := a;
(*     ^ M3520: cannot assign ADDRESS to r of type UNTRACED REF INTEGER: only UNSAFE units may narrow an ADDRESS *)
END Main.
