INTERFACE Params;

(* The parameters that the program was started with. *)

VAR Count: CARDINAL;
(* Their number; at least 1. Not to be written. *)

<*EXTERNAL*>
PROCEDURE Get(n: CARDINAL): TEXT;
(* Parameter "n"; number 0 is the program's name. "n >= Count" is a checked run-time error. *)

<*EXTERNAL*>
PROCEDURE Number(): CARDINAL;
(* The value that "Count" starts with. *)

END Params.
