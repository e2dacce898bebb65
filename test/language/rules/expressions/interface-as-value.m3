(* 2.6.3 Designators: an interface is no value. *)
=== errors
=== Store.i3 imported
INTERFACE Store;
CONST A = 1;
END Store.
=== Main.m3
MODULE Main;
IMPORT Store;
BEGIN
  EVAL Store;
(*     ^ M3403: Store is an interface; an expression is wanted here *)
END Main.
