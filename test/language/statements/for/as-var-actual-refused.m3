=== errors
(* FOR evaluates its bounds and step once, and steps from the first to the last, which may be none. *)
MODULE Main;
PROCEDURE P(VAR n: INTEGER) = BEGIN n := 1 END P;
BEGIN
  FOR k := 1 TO 2 DO
    P(k)
(*    ^ M3612: VAR parameter n of P wants a writable designator, and k is the variable of a FOR statement *)
  END
END Main.
