(* 2.3.19 Lock: a checked run-time error in the body frees the mutex as well. *)
MODULE Main;
IMPORT IO, SpinException;
VAR m := NEW(MUTEX); zero := 0;
BEGIN
  TRY
    LOCK m DO IO.PutInt(1 DIV zero) END;
  EXCEPT
  | SpinException.Exception => LOCK m DO IO.Put("free") END;
  END;
  IO.Put("\n");
END Main.
