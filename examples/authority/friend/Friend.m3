MODULE Friend EXPORTS Main;

(* Shows the friends' key and sees everything. *)

IMPORT Dispatcher, Fmt, IO, Vault;

PROCEDURE Watch(drawer: INTEGER) =
  BEGIN
    IO.Put("  friend sees drawer " & Fmt.Int(drawer) & "\n");
  END Watch;

BEGIN
  TRY
    EVAL Dispatcher.InstallHandler(Vault.Opened, NIL, Watch, key := Vault.FriendKey("xyzzy"));
    IO.Put("friend: installed\n");
  EXCEPT
  | Dispatcher.Error => IO.Put("friend: refused\n");
  END;
  Vault.Visit();
END Friend.
