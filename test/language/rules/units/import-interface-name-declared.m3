(* 2.5.1 Import statements: the name of an imported interface is not declared again. *)
=== errors
=== Store.i3 imported
INTERFACE Store;
CONST A = 1;
END Store.
=== Main.m3
MODULE Main;
IMPORT Store;
VAR Store: INTEGER;
(*  ^ M3006: Store is already the name of something imported *)
BEGIN
END Main.
