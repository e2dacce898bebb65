(* 2.3.17 Case: labels are of the selector's type. *)
=== errors
MODULE Main;
VAR n: INTEGER;
BEGIN
  CASE n OF 'a' => ELSE END;
(*          ^ M3711: cannot assign CHAR to the selector of this CASE of type INTEGER: their base types differ *)
END Main.
