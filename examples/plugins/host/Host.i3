INTERFACE Host;

(* A program that takes plugins at run time. *)

PROCEDURE Tick(n: INTEGER);
(* An event: plugins handle it. *)

END Host.
