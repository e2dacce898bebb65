=== errors
(* BITSIZE and BYTESIZE give the size of a type or variable. *)
MODULE Main;
CONST C = BYTESIZE(ARRAY OF INTEGER);
(*                 ^ M3623: BYTESIZE wants a type or variable of known size, not ARRAY OF INTEGER *)
BEGIN
END Main.
