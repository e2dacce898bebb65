INTERFACE Server;

(* Events that the benchmark raises from another domain. *)

PROCEDURE Plain(x: INTEGER): INTEGER;
(* Never gets a second handler. *)

PROCEDURE Extended(x: INTEGER);
(* Gets guarded handlers. *)

VAR seen: INTEGER;

END Server.
