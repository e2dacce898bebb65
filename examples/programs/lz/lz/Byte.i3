INTERFACE Byte;

(* Bytes as elements of generic units. *)

TYPE T = BITS 8 FOR [0 .. 255];

CONST Brand = "Byte";

END Byte.
