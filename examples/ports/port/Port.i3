INTERFACE Port;

(* Where packets arrive. *)

PROCEDURE Arrived(to: INTEGER; READONLY packet: ARRAY OF CHAR);

END Port.
