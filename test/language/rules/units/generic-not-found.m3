(* 2.5.5 Generics: the generic interface of an instance exists. *)
=== errors
=== Main.i3
INTERFACE Main = Nothing(Integer) END Main.
(*               ^ M3016: generic interface Nothing is not found *)
