(* 2.5.3 Modules: each procedure of an exported interface gets a body. *)
=== errors
=== Main.i3
INTERFACE Main;
PROCEDURE P();
(*        ^ M3302: P is declared in interface Main but no module that exports it implements it *)
END Main.
=== Main.m3
MODULE Main;
BEGIN
END Main.
