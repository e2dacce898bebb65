(* 2.3.11 Return: RETURN stands in a procedure. *)
=== errors
MODULE Main;
BEGIN
  RETURN 3;
(*^ M3740: RETURN is only legal in the body of a procedure *)
END Main.
