(* 2.5.5 Generics: an actual declares what the generic takes from it. *)
=== errors
=== Elem.i3 imported
INTERFACE Elem;
END Elem.
=== G.ig library
GENERIC INTERFACE G(A);
TYPE T = RECORD a: A.T END;
(*                   ^ M3103: interface Elem does not declare T *)
END G.
=== Main.i3
INTERFACE Main = G(Elem) END Main.
