INTERFACE Time;

(* Moments in virtual time, which passes as the machine works and jumps when everything sleeps. *)

TYPE T = LONGREAL;  (* seconds since 1970-01-01T00:00:00Z *)

<*EXTERNAL*>
PROCEDURE Now(): T;

CONST Grain: LONGREAL = 2.0D-9;  (* seconds between moments that "Now" can tell apart, at most *)

END Time.
