=== errors
(* BITS n FOR T has T's values in n bits; n is a constant and large enough. *)
MODULE Main;
TYPE R = RECORD a: BITS 2 FOR [0 .. 7] END;
(*                      ^ M3110: [0..7] needs at least 3 bits *)
BEGIN
END Main.
