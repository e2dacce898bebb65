(* 2.4.7 Revelations: an opaque type is revealed once in a program. *)
=== errors
=== Store.i3
INTERFACE Store;
TYPE T <: REFANY;
END Store.
=== Store.m3
MODULE Store;
REVEAL T = BRANDED "one" REF INTEGER;
BEGIN
END Store.
=== Other.m3
MODULE Other;
IMPORT Store;
REVEAL Store.T = BRANDED "two" REF INTEGER;
(*     ^ M3202: T is already revealed in full by module Store *)
BEGIN
END Other.
