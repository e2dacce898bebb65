MODULE Clock;

IMPORT Auth, Dispatcher, Fmt, IO;

CONST Budget = 10000;

TYPE
  Gate = Auth.T OBJECT OVERRIDES authorize := Authorize END;

PROCEDURE Authorize(<*UNUSED*> gate: Gate; <*UNUSED*> key: Auth.Key; arg: REFANY): BOOLEAN =
  BEGIN
    TYPECASE arg OF
    | Dispatcher.Binding(binding) =>
        IF NOT Dispatcher.IsEphemeral(binding) THEN RETURN FALSE END;
        TRY
          Dispatcher.SetBudget(binding, Budget, THIS_MODULE());
          RETURN TRUE;
        EXCEPT
        | Dispatcher.Error => RETURN FALSE;
        END;
    ELSE
      RETURN TRUE;    (* anybody may link *)
    END;
  END Authorize;

PROCEDURE Tick(n: INTEGER) =
  BEGIN
    IO.Put("tick " & Fmt.Int(n) & "\n");
  END Tick;

PROCEDURE Run(ticks: CARDINAL) =
  BEGIN
    FOR i := 1 TO ticks DO Tick(i) END;
  END Run;

BEGIN
  TRY
    Dispatcher.InstallAuthorizerForEvent(NEW(Gate), Tick, THIS_MODULE());
  EXCEPT
  | Dispatcher.Error => IO.Put("clock: no authority\n");
  END;
END Clock.
