(* 2.6.13 Type operations: the empty enumeration has neither FIRST nor LAST. *)
=== errors
=== Main.m3
MODULE Main;
TYPE Nothing = {};
BEGIN
  EVAL FIRST(Nothing);
(*     ^ M3624: Nothing is empty: it has no FIRST *)
  EVAL LAST(Nothing);
(*     ^ M3624: Nothing is empty: it has no LAST *)
END Main.
