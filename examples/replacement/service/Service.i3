INTERFACE Service;

(* Requests are an event; whatever version of the server is in, handles them. *)

IMPORT Dispatcher;

PROCEDURE Request(n: INTEGER);

VAR
  server: Dispatcher.Binding;    (* of the version that is in *)
  handled: INTEGER;              (* by all versions together *)

END Service.
