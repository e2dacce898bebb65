(* 2.5.3 Modules: the body of an exported procedure covers its heading. *)
=== errors
=== Main.i3
INTERFACE Main;
PROCEDURE P(n: INTEGER);
END Main.
=== Main.m3
MODULE Main;
PROCEDURE P(n: CARDINAL) = BEGIN EVAL n END P;
(*        ^ M3301: P does not match its heading in interface Main: parameter n has another type *)
BEGIN
END Main.
