=== errors
(* INC and DEC step an ordinal variable by one or by an integer, within its type. *)
MODULE Main;
VAR x := 1.0;
BEGIN
  INC(x)
(*    ^ M3623: INC wants a variable of an ordinal type, not REAL *)
END Main.
