(* SPIN THIS_MODULE: it is asked in modules. *)
=== errors
=== Main.i3
INTERFACE Main;
CONST C = THIS_MODULE();
(*        ^ M3640: THIS_MODULE() only has a meaning inside a module *)
END Main.
