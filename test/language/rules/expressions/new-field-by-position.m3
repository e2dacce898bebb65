(* 2.6.9 NEW: fields are given by keyword. *)
=== errors
MODULE Main;
TYPE T = OBJECT a: INTEGER END;
VAR t := NEW(T, 1);
(*              ^ M3656: NEW takes the initial values of fields by name: field := value *)
BEGIN
END Main.
