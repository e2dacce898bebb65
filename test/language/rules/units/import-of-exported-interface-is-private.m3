(* 2.5.3 Modules: a module does not see what its interface imports. *)
=== errors
=== Store.i3 imported
INTERFACE Store;
TYPE T = INTEGER;
END Store.
=== Main.i3
INTERFACE Main;
FROM Store IMPORT T;
TYPE U = T;
END Main.
=== Main.m3
MODULE Main;
VAR x: T;
(*     ^ M3103: T is not declared *)
BEGIN
  EVAL x;
END Main.
