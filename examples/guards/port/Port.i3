INTERFACE Port;

(* A port where packets arrive. *)

TYPE Number = [0 .. 65535];

PROCEDURE PacketArrived(to: Number; length: CARDINAL);
(* Raised for each packet. The port itself only counts. *)

END Port.
