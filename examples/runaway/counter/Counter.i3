INTERFACE Counter;

PROCEDURE Ticks(): INTEGER;
(* How many ticks this extension's handler has seen. *)

END Counter.
