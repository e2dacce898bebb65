MODULE Readers EXPORTS Main;

(* Three ways not to wait: a handler in a strand of its own, an alias of the event, and what is refused. *)

IMPORT Dispatcher, Fmt, IO, Mail, Thread;

<*FATAL Dispatcher.Error*>

PROCEDURE Read(number: INTEGER) =
  BEGIN
    FOR page := 1 TO 2 DO
      IO.Put("  page " & Fmt.Int(page) & " of mail " & Fmt.Int(number) & "\n");
      Thread.Yield();
    END;
  END Read;

PROCEDURE Change(VAR number: INTEGER) =
  BEGIN
    INC(number, 100);
  END Change;

VAR
  reader := Dispatcher.InstallHandler(Mail.Arrived, NIL, Read);
  later := NEW(REF PROCEDURE(number: INTEGER));

BEGIN
  IO.Put("waiting for the reader\n");
  Mail.Arrived(1);
  Dispatcher.SetAsynchronousHandler(reader, TRUE);
  IO.Put("not waiting\n");
  Mail.Arrived(2);
  IO.Put("raised\n");
  Thread.Yield(); Thread.Yield(); Thread.Yield();
  Dispatcher.SetAsynchronousHandler(reader, FALSE);
  EVAL Dispatcher.InstallHandler(Mail.Arrived, NIL, Change);
  Dispatcher.Assign(Dispatcher.GetAsynchAlias(Mail.Arrived), later);
  later^(3);
  IO.Put("mail 3 is on its way\n");
END Readers.
