(* 2.3.1 Assignment: NIL is a reference. *)
=== errors
MODULE Main;
VAR n: INTEGER;
BEGIN
  n := NIL;
(*     ^ M3520: cannot assign NULL to n of type INTEGER *)
END Main.
