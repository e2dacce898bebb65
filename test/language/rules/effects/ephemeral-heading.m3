(* SPIN EPHEMERAL: an EPHEMERAL heading wants an EPHEMERAL body. *)
=== errors
=== Main.i3
INTERFACE Main;
EPHEMERAL PROCEDURE P();
END Main.
=== Main.m3
MODULE Main;
PROCEDURE P() = BEGIN END P;
(*        ^ M3305: P does not match its heading in interface Main: it is not EPHEMERAL *)
BEGIN
END Main.
