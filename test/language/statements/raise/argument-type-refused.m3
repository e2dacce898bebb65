=== errors
(* RAISE wants an exception, with an argument exactly if it was declared with one. *)
MODULE Main;
EXCEPTION E(INTEGER);
BEGIN
  TRY
    RAISE E("a")
(*          ^ M3520: cannot assign TEXT to the argument of exception E of type INTEGER *)
  EXCEPT E => END
END Main.
