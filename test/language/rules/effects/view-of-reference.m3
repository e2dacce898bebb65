(* SPIN VIEW: the type of a view is complete. *)
=== errors
MODULE Main;
VAR a: ARRAY [0 .. 7] OF CHAR;
BEGIN
  EVAL VIEW(a, REF INTEGER);
(*             ^ M3630: VIEW wants a complete type, one of which every bit pattern is a value: REF INTEGER is not, for it holds a reference *)
END Main.
