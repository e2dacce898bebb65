INTERFACE Packets;

PROCEDURE Run(n: INTEGER): INTEGER;
(* Parses a buffer of 256 frames (Ethernet, IPv4, UDP) "n" times; a checksum of lengths and ports of those whose header sums are right. *)

END Packets.
