(* 2.3.20 Inc Dec: INC wants a writable designator. *)
=== errors
MODULE Main;
BEGIN
  INC(3);
(*    ^ M3623: INC wants a variable (a writable designator), not INTEGER *)
END Main.
