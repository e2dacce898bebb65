=== errors
(* RAISE wants an exception, with an argument exactly if it was declared with one. *)
MODULE Main;
EXCEPTION E;
BEGIN
  TRY
    RAISE E(1)
(*          ^ M3735: exception E takes no argument *)
  EXCEPT E => END
END Main.
