(* 2.5.1 Import statements: a name is introduced once. *)
=== errors
=== Store.i3 imported
INTERFACE Store;
CONST A = 1;
END Store.
=== Main.m3
MODULE Main;
IMPORT Store;
FROM Store IMPORT A;
CONST A = 2;
(*    ^ M3006: A is already the name of something imported *)
BEGIN
  EVAL Store.A + A;
END Main.
