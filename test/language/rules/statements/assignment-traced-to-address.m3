(* 2.3.1 Assignment: a traced reference is no ADDRESS. *)
=== errors
MODULE Main;
VAR r: REF INTEGER; a: ADDRESS;
BEGIN
  a := r;
(*     ^ M3520: cannot assign REF INTEGER to a of type ADDRESS: one is traced, the other is not *)
END Main.
