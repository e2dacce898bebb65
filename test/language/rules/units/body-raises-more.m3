(* 2.5.3 Modules: the body of an exported procedure raises no more than its heading. *)
=== errors
=== Main.i3
INTERFACE Main;
EXCEPTION A; B;
PROCEDURE P() RAISES {A};
END Main.
=== Main.m3
MODULE Main;
PROCEDURE P() RAISES {A, B} = BEGIN RAISE B END P;
(*        ^ M3306: P does not match its heading in interface Main: it may also raise B *)
BEGIN
END Main.
