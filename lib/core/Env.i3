INTERFACE Env;

(* The environment variables that the machine was started with, in a fixed order. *)

<*EXTERNAL*>
PROCEDURE Get(nm: TEXT): TEXT;
(* The value of the variable "nm"; NIL if there is none. *)

<*EXTERNAL*>
PROCEDURE Number(): CARDINAL;

<*EXTERNAL*>
PROCEDURE GetNth(n: CARDINAL; VAR nm, val: TEXT);
(* Name and value of variable "n", counted from 0. "n >= Number()" is a checked run-time error. *)

END Env.
