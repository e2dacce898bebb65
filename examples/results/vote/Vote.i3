INTERFACE Vote;

(* Events with results. The module has no opinion: it takes its own handlers away, so that only members decide. *)

PROCEDURE Accept(proposal: INTEGER): BOOLEAN;
(* Does any member accept? *)

PROCEDURE Cost(proposal: INTEGER): INTEGER;
(* The sum of what each member says it costs. *)

PROCEDURE Chair(): TEXT;
(* Nobody may be there to answer. *)

PROCEDURE HandOver();
(* From now on only installed handlers answer; results are folded. *)

END Vote.
