MODULE Guest EXPORTS Main;

(* Shows no key and is let in behind a guard that the vault imposes. *)

IMPORT Dispatcher, Fmt, IO, Vault;

PROCEDURE Watch(drawer: INTEGER) =
  BEGIN
    IO.Put("  guest sees drawer " & Fmt.Int(drawer) & "\n");
  END Watch;

BEGIN
  TRY
    EVAL Dispatcher.InstallHandler(Vault.Opened, NIL, Watch);
    IO.Put("guest: installed\n");
  EXCEPT
  | Dispatcher.Error => IO.Put("guest: refused\n");
  END;
END Guest.
