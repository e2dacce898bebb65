(* SPIN PROCANY: a PROCANY is not called. *)
=== errors
MODULE Main;
VAR p: PROCANY;
BEGIN
  p();
(*^ M3607: only procedures can be called, and this is of type PROCANY *)
END Main.
