(* 2.5.1 Import statements: IMPORT I AS J makes J known, not I. *)
=== errors
=== Store.i3 imported
INTERFACE Store;
CONST A = 1;
END Store.
=== Main.m3
MODULE Main;
IMPORT Store AS S;
BEGIN
  EVAL Store.A + S.A;
(*     ^ M3401: Store is not declared *)
END Main.
