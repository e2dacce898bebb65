=== errors
(* BITS n FOR T has T's values in n bits; n is a constant and large enough. *)
MODULE Main;
VAR n: INTEGER;
TYPE R = RECORD a: BITS n FOR [0 .. 7] END;
(*                      ^ M3502: a constant expression is wanted here, and this can only be evaluated at run time *)
BEGIN
END Main.
