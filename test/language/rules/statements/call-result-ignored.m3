(* 2.3.2 Procedure call: a function procedure is no statement. *)
=== errors
MODULE Main;
PROCEDURE F(): INTEGER = BEGIN RETURN 1 END F;
BEGIN
  F();
(*^ M3704: the result of this call is not used *)
END Main.
