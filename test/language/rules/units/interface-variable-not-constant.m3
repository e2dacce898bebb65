(* 2.5.2 Interfaces: a variable of an interface has a constant initial value. *)
=== errors
=== Store.i3 imported
INTERFACE Store;
PROCEDURE F(n: INTEGER): INTEGER;
END Store.
=== Main.i3
INTERFACE Main;
IMPORT Store;
VAR v := Store.F(-1);
(*       ^ M3502: a constant expression is wanted here, and this can only be evaluated at run time *)
END Main.
=== Main.m3
MODULE Main;
BEGIN
END Main.
