MODULE Two EXPORTS Main;

(* Takes the place of the first version while requests are under way. *)

IMPORT Client, Dispatcher, Fmt, IO, Service, Strand;

TYPE Bindings = REF ARRAY OF Dispatcher.Binding;

VAR mine := 0;

PROCEDURE Handle(<*UNUSED*> n: INTEGER) =
  BEGIN
    INC(Service.handled);
    INC(mine);
  END Handle;

PROCEDURE Singleton(b: Dispatcher.Binding): Bindings =
  VAR all := NEW(Bindings, 1);
  BEGIN
    all[0] := b;
    RETURN all;
  END Singleton;

VAR before: INTEGER;

<*FATAL Dispatcher.Error*>
BEGIN
  WHILE Client.Done() < Client.Requests DIV 4 DO Strand.Yield() END;
  before := Client.Done();
  WITH new = Dispatcher.Create(Service.Request, NIL, Handle) DO
    Dispatcher.AtomicSwap(Singleton(Service.server), Singleton(new));
    Service.server := new;
  END;
  IO.Put("two: in, in the midst of things: " & Fmt.Bool(before > 0 AND before < Client.Requests) & "\n");
  WHILE Client.Done() < Client.Requests DO Strand.Yield() END;
  IO.Put("two: the rest was mine: " & Fmt.Bool(mine > 0 AND mine <= Client.Requests - before) & "\n");
END Two.
