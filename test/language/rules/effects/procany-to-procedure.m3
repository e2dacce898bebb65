(* SPIN PROCANY: nothing comes back out of a PROCANY. *)
=== errors
MODULE Main;
VAR p: PROCANY; q: PROCEDURE ();
BEGIN
  q := p;
(*     ^ M3520: cannot assign PROCANY to q of type PROCEDURE () *)
END Main.
