INTERFACE RTCollector;

(* The collector never moves anything and is always on, for all domains share one heap: nobody may switch it off. *)

<*EXTERNAL*>
PROCEDURE Collect();
(* Collect now. *)

PROCEDURE Disable();
PROCEDURE Enable();
PROCEDURE DisableMotion();
PROCEDURE EnableMotion();
(* They do nothing. To enable more often than was disabled is a checked run-time error. *)

END RTCollector.
