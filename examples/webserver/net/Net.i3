INTERFACE Net;

(* Connections in memory. A client connects with a request; the server takes connections in order of arrival and
   answers each once. A "T" is a capability for one connection. *)

TYPE T <: REFANY;

PROCEDURE Connect(request: TEXT): T;
(* The client's side: a new connection that waits to be accepted. *)

PROCEDURE Accept(): T;
(* The server's side: the next connection, or NIL if none waits. *)

PROCEDURE Request(connection: T): TEXT;
PROCEDURE Send(connection: T; data: TEXT);
PROCEDURE Answer(connection: T): TEXT;
(* What has been sent so far. *)

END Net.
