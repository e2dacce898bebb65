MODULE Heavy EXPORTS Main;

(* Not EPHEMERAL: it allocates, and may not be torn off. The authority refuses it. *)

IMPORT Clock, Dispatcher, IO;

VAR log: REF TEXT;

PROCEDURE Remember(<*UNUSED*> n: INTEGER) =
  BEGIN
    log := NEW(REF TEXT);
  END Remember;

BEGIN
  TRY
    EVAL Dispatcher.InstallHandler(Clock.Tick, NIL, Remember);
    IO.Put("heavy: installed\n");
  EXCEPT
  | Dispatcher.Error => IO.Put("heavy: refused\n");
  END;
END Heavy.
