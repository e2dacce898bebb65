INTERFACE Endian;

(* The order in which the bytes of a number lie in memory, as "VIEW" shows them. *)

TYPE T = {Little, Big};

CONST Value = T.Little;

END Endian.
