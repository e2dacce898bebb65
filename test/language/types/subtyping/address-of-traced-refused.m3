=== errors
(* Every reference belongs to REFANY, every object to ROOT, and NIL to all. *)
MODULE Main;
VAR a: ADDRESS; r: REFANY;
BEGIN
  a := r
(*     ^ M3520: cannot assign REFANY to a of type ADDRESS: one is traced, the other is not *)
END Main.
