(* 2.6.3 Designators: REFANY has no fields. *)
=== errors
MODULE Main;
VAR r: REFANY;
BEGIN
  EVAL r.a;
(*     ^ M3408: only records and objects have fields, and this is of type REFANY *)
END Main.
