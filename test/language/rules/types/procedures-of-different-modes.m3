(* 2.2.10 Subtyping: procedure types are related if their signatures agree but for names, defaults and fewer exceptions. *)
=== errors
MODULE Main;
VAR p: PROCEDURE (n: INTEGER); q: PROCEDURE (VAR n: INTEGER);
BEGIN
  p := q;
(*     ^ M3520: cannot assign PROCEDURE (VAR n: INTEGER) to p of type PROCEDURE (n: INTEGER): parameter n has another mode (VAR instead of VALUE) *)
END Main.
