INTERFACE Hour;

(* A busy hour of a server, made up: 400 requests in a second, each of which makes some twenty objects. Most are gone with the next request, what sessions have stays for minutes, what a cache
   holds for half a minute, and a report for one. How many sessions there are rises and falls twice in the hour; how long entries of the cache are changes every five minutes. *)

PROCEDURE Second(t: INTEGER);
(* The second "t", 0 <= t; they come in order. *)

PROCEDURE Made(n: INTEGER): INTEGER;
(* How many objects have been made so far. "n" does not matter. *)

PROCEDURE Live(n: INTEGER): INTEGER;
(* The words of all arrays that are kept. "n" does not matter. *)

END Hour.
