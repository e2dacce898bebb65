MODULE Thief EXPORTS Main;

(* May link, but shows a key of its own making and is refused the handler. *)

IMPORT Dispatcher, IO, Vault;

PROCEDURE Watch(<*UNUSED*> drawer: INTEGER) =
  BEGIN
    IO.Put("thief: I see it\n");
  END Watch;

BEGIN
  TRY
    EVAL Dispatcher.InstallHandler(Vault.Opened, NIL, Watch, key := NEW(REF TEXT));
    IO.Put("thief: installed\n");
  EXCEPT
  | Dispatcher.Error(code) =>
      IF code = Dispatcher.ErrorCode.AuthError THEN
        IO.Put("thief: not authorized\n");
      ELSE
        IO.Put("thief: some other error\n");
      END;
  END;
END Thief.
