(* 2.3.2 Procedure call: the variable of a FOR statement is not writable. *)
=== errors
MODULE Main;
PROCEDURE P(VAR a: INTEGER) = BEGIN a := 1 END P;
BEGIN
  FOR i := 1 TO 3 DO P(i) END;
(*                     ^ M3612: VAR parameter a of P wants a writable designator, and i is the variable of a FOR statement *)
END Main.
