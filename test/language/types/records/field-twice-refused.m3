=== errors
(* Fields have distinct names and may have defaults, which are constants assignable to the field's type. *)
MODULE Main;
TYPE R = RECORD a: INTEGER; a: CHAR END;
(*                          ^ M3112: a is declared twice in this type *)
BEGIN
END Main.
