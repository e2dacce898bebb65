=== errors
(* RAISE wants an exception, with an argument exactly if it was declared with one. *)
MODULE Main;
EXCEPTION E(INTEGER);
BEGIN
  TRY
    RAISE E
(*  ^ M3736: exception E wants an argument of type INTEGER *)
  EXCEPT E => END
END Main.
