(* 2.3.1 Assignment: an untraced reference is not traced. *)
=== errors
MODULE Main;
VAR r: UNTRACED REF INTEGER; a: REFANY;
BEGIN
  a := r;
(*     ^ M3520: cannot assign UNTRACED REF INTEGER to a of type REFANY: one is traced, the other is not *)
END Main.
