(* 2.4 Declarations: parameters and locals of a procedure are scopes of their own; a local hides the parameter, but its type counts. *)
=== errors
MODULE Main;
PROCEDURE P(a: INTEGER) =
  VAR a: TEXT;
  BEGIN a := 3 END P;
(*           ^ M3520: cannot assign INTEGER to a of type TEXT *)
BEGIN
END Main.
