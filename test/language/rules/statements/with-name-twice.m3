(* 2.3.15 With: a later name of one WITH is in a scope of its own; what it hides is no error, but the type counts. *)
=== errors
MODULE Main;
VAR n: INTEGER; t: TEXT;
BEGIN
  WITH w = n, w = t DO n := w END;
(*                          ^ M3520: cannot assign TEXT to n of type INTEGER *)
END Main.
