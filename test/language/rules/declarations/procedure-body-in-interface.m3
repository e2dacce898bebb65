(* 2.4.4 Procedures: a procedure of an interface has none. *)
=== errors
=== Main.i3
INTERFACE Main;
PROCEDURE P() = BEGIN END P;
(*        ^ M3123: procedure P cannot have a body in an interface *)
END Main.
