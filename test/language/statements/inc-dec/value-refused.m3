=== errors
(* INC and DEC step an ordinal variable by one or by an integer, within its type. *)
MODULE Main;
BEGIN
  INC(3)
(*    ^ M3623: INC wants a variable (a writable designator), not INTEGER *)
END Main.
