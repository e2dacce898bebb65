(* 2.2.10 Subtyping: a procedure that raises more is not a member of a type that raises less. *)
=== errors
MODULE Main;
EXCEPTION E;
VAR p: PROCEDURE (); q: PROCEDURE () RAISES {E};
BEGIN
  q := p;
  p := q;
(*     ^ M3520: cannot assign PROCEDURE () RAISES {E} to p of type PROCEDURE (): it may also raise E *)
END Main.
