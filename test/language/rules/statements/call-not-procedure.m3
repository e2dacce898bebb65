(* 2.3.2 Procedure call: what is called is a procedure. *)
=== errors
MODULE Main;
VAR n: INTEGER;
BEGIN
  n(3);
(*^ M3607: only procedures can be called, and this is of type INTEGER *)
END Main.
