=== errors
(* A call statement calls a proper procedure; a function's result may not be thrown away but by EVAL. *)
MODULE Main;
VAR n: INTEGER;
BEGIN
  n()
(*^ M3607: only procedures can be called, and this is of type INTEGER *)
END Main.
