INTERFACE Clock;

(* A clock that must not be kept waiting: its handlers are EPHEMERAL and have a budget. *)

PROCEDURE Tick(n: INTEGER);
(* Raised at each tick. Handlers that run longer than the budget are terminated. *)

PROCEDURE Run(ticks: CARDINAL);
(* Raise "Tick" that many times. *)

END Clock.
