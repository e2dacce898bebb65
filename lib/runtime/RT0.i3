INTERFACE RT0;

(* Names that programs take from the lowest level of other run-time systems. *)

IMPORT RTType;

TYPE Typecode = RTType.Typecode;

END RT0.
