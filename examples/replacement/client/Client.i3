INTERFACE Client;

CONST Requests = 2000000;

PROCEDURE Done(): INTEGER;
(* Requests so far. *)

END Client.
