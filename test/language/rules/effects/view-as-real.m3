(* SPIN VIEW: a floating-point type is not complete. *)
=== errors
MODULE Main;
VAR a: ARRAY [0 .. 7] OF CHAR;
BEGIN
  EVAL VIEW(a, LONGREAL);
(*             ^ M3630: VIEW wants a complete type, one of which every bit pattern is a value: LONGREAL is not, for floating-point types are excluded *)
END Main.
