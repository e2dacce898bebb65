=== errors
(* The name in a handler is a variable of the handler with the argument's value. *)
MODULE Main;
EXCEPTION E(INTEGER);
VAR k: INTEGER;
BEGIN
  TRY RAISE E(3) EXCEPT E (n) => k := n END;
  k := n
(*     ^ M3401: n is not declared *)
END Main.
