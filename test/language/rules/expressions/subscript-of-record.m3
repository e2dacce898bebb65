(* 2.6.3 Designators: a[i] wants an array. *)
=== errors
MODULE Main;
VAR r: RECORD a: INTEGER END; n: INTEGER;
BEGIN
  n := r[0];
(*     ^ M3511: only arrays have subscripts, and this is of type RECORD a: INTEGER; END *)
END Main.
