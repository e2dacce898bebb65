=== errors
(* Every reference belongs to REFANY, every object to ROOT, and NIL to all. *)
MODULE Main;
VAR r: REFANY;
BEGIN
  r := 1
(*     ^ M3520: cannot assign INTEGER to r of type REFANY *)
END Main.
