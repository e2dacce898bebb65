INTERFACE Sched;

(* The global scheduler: which strands are more important than others. *)

IMPORT Strand;

<*EXTERNAL*>
EPHEMERAL PROCEDURE GetPriority(s: Strand.T): Strand.PriorityT;

<*EXTERNAL*>
EPHEMERAL PROCEDURE SetPriority(s: Strand.T; pri: Strand.PriorityT);
(* From now on "s" has the priority "pri"; higher ones go first. It may be set before "s" runs. *)

END Sched.
