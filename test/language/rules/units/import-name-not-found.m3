(* 2.5.1 Import statements: FROM takes what the interface declares. *)
=== errors
=== Store.i3 imported
INTERFACE Store;
CONST A = 1;
END Store.
=== Main.m3
MODULE Main;
FROM Store IMPORT A, B;
(*                   ^ M3005: interface Store does not declare B *)
VAR v := A;
BEGIN
END Main.
