INTERFACE Collector;

(* What a collector has to do, in amounts that the caller says. *)

PROCEDURE Short(n: INTEGER);
(* Makes "n" records of two words, of which only the last one lives. *)

PROCEDURE Varied(n: INTEGER);
(* Makes "n" arrays of up to 64 words, of which only the last one lives. *)

PROCEDURE Keep(n: INTEGER);
(* Has "n" records of four words live from now on, and no others, in lists of a thousand. *)

PROCEDURE Collect(n: INTEGER);
(* Collects "n" times. *)

PROCEDURE Churn(n: INTEGER);
(* Replaces "n" of 100 000 arrays by new ones, at random; what sizes are common changes with time. *)

PROCEDURE Live(n: INTEGER): INTEGER;
(* The words of all those arrays. "n" does not matter. *)

END Collector.
