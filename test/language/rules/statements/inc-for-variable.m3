(* 2.3.20 Inc Dec: the variable of a FOR statement is not writable. *)
=== errors
MODULE Main;
BEGIN
  FOR i := 1 TO 3 DO INC(i) END;
(*                       ^ M3612: INC wants a writable designator, and i is the variable of a FOR statement *)
END Main.
