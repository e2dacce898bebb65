(* 2.5.1 Import statements: FROM I IMPORT N does not make I known. *)
=== errors
=== Store.i3 imported
INTERFACE Store;
CONST A = 1;
END Store.
=== Main.m3
MODULE Main;
FROM Store IMPORT A;
BEGIN
  EVAL Store.A + A;
(*     ^ M3401: Store is not declared *)
END Main.
