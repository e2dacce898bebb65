(* 2.3.7 Try Except: the exceptions of a handler with a variable have one argument type. *)
=== errors
MODULE Main;
EXCEPTION E(INTEGER); F(TEXT);
BEGIN
  TRY RAISE E(1) EXCEPT E, F (x) => EVAL x END;
(*                            ^ M3733: E and F do not have arguments of one type, so one variable cannot hold both *)
END Main.
