=== errors
(* RETURN ends a procedure; with a value exactly in functions, where it must be assignable to the result type. *)
MODULE Main;
BEGIN
  RETURN
(*^ M3740: RETURN is only legal in the body of a procedure *)
END Main.
