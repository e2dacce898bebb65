=== errors
(* Fields have distinct names and may have defaults, which are constants assignable to the field's type. *)
MODULE Main;
VAR n: INTEGER;
TYPE R = RECORD a := n END;
(*                   ^ M3502: a constant expression is wanted here, and this can only be evaluated at run time *)
BEGIN
END Main.
