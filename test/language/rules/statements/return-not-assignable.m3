(* 2.3.11 Return: the value is assignable to the result type. *)
=== errors
MODULE Main;
PROCEDURE F(): INTEGER = BEGIN RETURN 'a' END F;
(*                                    ^ M3520: cannot assign CHAR to the result of F of type INTEGER: their base types differ *)
BEGIN
END Main.
