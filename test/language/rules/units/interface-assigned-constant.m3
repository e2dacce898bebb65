(* 2.5.2 Interfaces: an imported constant is not assigned. *)
=== errors
=== Store.i3 imported
INTERFACE Store;
CONST A = 1;
END Store.
=== Main.m3
MODULE Main;
IMPORT Store;
BEGIN
  Store.A := 2;
(*^ M3701: only a variable (a writable designator) can be assigned, and this is a value *)
END Main.
