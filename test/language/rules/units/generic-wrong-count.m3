(* 2.5.5 Generics: an instance has as many actuals as the generic has formals. *)
=== errors
=== Elem.i3 imported
INTERFACE Elem;
TYPE T = INTEGER;
END Elem.
=== G.ig library
GENERIC INTERFACE G(A, B);
TYPE T = RECORD a: A.T; b: B.T END;
END G.
=== Main.i3
INTERFACE Main = G(Elem) END Main.
(*               ^ M3017: generic interface G wants 2 interfaces, not 1 *)
