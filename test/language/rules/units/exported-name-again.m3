(* 2.5.3 Modules: of what an exported interface declares only procedures are declared again. *)
=== errors
=== Main.i3
INTERFACE Main;
TYPE T = INTEGER;
END Main.
=== Main.m3
MODULE Main;
TYPE T = CHAR;
(*   ^ M3304: T is already declared by the exported interface Main, as a type *)
BEGIN
END Main.
