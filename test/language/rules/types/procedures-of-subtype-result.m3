(* 2.2.8: The results of related procedure types have the same type. *)
=== errors
MODULE Main;
TYPE A = OBJECT END; B = A OBJECT END;
PROCEDURE P(): B = BEGIN RETURN NIL END P;
VAR q: PROCEDURE (): A := P;
(*                        ^ M3520: cannot assign PROCEDURE (): B to variable q of type PROCEDURE (): A: the result has another type *)
BEGIN
END Main.
