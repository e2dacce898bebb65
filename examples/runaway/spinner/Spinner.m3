MODULE Spinner EXPORTS Main;

(* An EPHEMERAL handler that never returns; its own TRY does not help it against termination. *)

IMPORT Clock, Dispatcher, IO;

VAR
  turns := 0;
  survived := FALSE;

EPHEMERAL PROCEDURE Spin(<*UNUSED*> n: INTEGER) =
  BEGIN
    TRY
      LOOP INC(turns) END;
    FINALLY
      survived := TRUE;
    END;
  END Spin;

BEGIN
  TRY
    EVAL Dispatcher.InstallHandler(Clock.Tick, NIL, Spin);
    IO.Put("spinner: installed\n");
  EXCEPT
  | Dispatcher.Error => IO.Put("spinner: refused\n");
  END;
  Clock.Run(1);
  IO.Put("spinner: turned some, and was stopped");
  IF turns > 0 AND NOT survived THEN
    IO.Put(" without a last word\n");
  ELSE
    IO.Put("?\n");
  END;
END Spinner.
