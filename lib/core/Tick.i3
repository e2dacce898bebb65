INTERFACE Tick;

(* The machine's fast clock: one tick is a nanosecond of virtual time. *)

IMPORT Word;

TYPE T = Word.T;

<*EXTERNAL*>
PROCEDURE Now(): T;
(* Ticks since power-on. *)

<*EXTERNAL*>
FUNCTIONAL PROCEDURE ToSeconds(t: T): LONGREAL;
(* The length of "t" ticks. *)

<*EXTERNAL*>
FUNCTIONAL PROCEDURE Subtract(t1, t2: T): T;
(* Ticks from "t2" to "t1". *)

END Tick.
