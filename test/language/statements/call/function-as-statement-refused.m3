=== errors
(* A call statement calls a proper procedure; a function's result may not be thrown away but by EVAL. *)
MODULE Main;
PROCEDURE F(): INTEGER = BEGIN RETURN 1 END F;
BEGIN
  F()
(*^ M3704: the result of this call is not used *)
END Main.
