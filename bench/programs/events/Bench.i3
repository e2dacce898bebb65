INTERFACE Bench;

(* Each procedure does its work "n" times. *)

PROCEDURE Nothing(n: INTEGER): INTEGER;       (* the loop alone *)
PROCEDURE LocalCalls(n: INTEGER): INTEGER;    (* a recursive procedure of this module, so that it is not inlined *)
PROCEDURE Raises(n: INTEGER): INTEGER;        (* an event of another domain with its intrinsic handler *)
PROCEDURE ExtendedRaises(n: INTEGER): INTEGER;
PROCEDURE AddHandlers(k: INTEGER);            (* "k" more guarded handlers on the extended event; every guard says yes *)
PROCEDURE RemoveHandlers();
PROCEDURE Allocate(n: INTEGER): INTEGER;      (* NEW of a small record, dropped at once *)
PROCEDURE Exceptions(n: INTEGER): INTEGER;    (* RAISE and catch one call down *)

END Bench.
