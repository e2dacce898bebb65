INTERFACE Stride;

(* A scheduler of an application: its tasks share what the global scheduler gives them in proportion to their tickets.
   It is an extension like any other. It handles the events of "Strand", and lets only one of its tasks run at a time. *)

IMPORT Strand;

PROCEDURE Add(s: Strand.T; tickets: [1..1000]);
(* "s", which is new, is a task from now on. At most 16 may be added. *)

PROCEDURE Start();
(* Let the tasks run. *)

PROCEDURE Turns(s: Strand.T): CARDINAL;
(* How often "s" has had the processor. *)

END Stride.
