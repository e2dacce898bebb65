MODULE Listeners EXPORTS Main;

(* Where handlers stand: asked for when they are installed, changed later, and refused when it cannot be. *)

IMPORT Bell, Dispatcher, Fmt, IO;

<*FATAL Dispatcher.Error*>

PROCEDURE Cook() =
  BEGIN
    IO.Put(" cook");
  END Cook;

PROCEDURE Waiter() =
  BEGIN
    IO.Put(" waiter");
  END Waiter;

PROCEDURE Guest() =
  BEGIN
    IO.Put(" guest");
  END Guest;

PROCEDURE Ring(what: TEXT) =
  BEGIN
    IO.Put(what & ":");
    Bell.Ring();
    IO.Put("\n");
  END Ring;

VAR
  cook := Dispatcher.InstallHandler(Bell.Ring, NIL, Cook);
  waiter := Dispatcher.Create(Bell.Ring, NIL, Waiter);
  guest := Dispatcher.InstallHandler(Bell.Ring, NIL, Guest, options := Dispatcher.Options{Dispatcher.Opt.Last});

BEGIN
  Ring("cook and guest");
  Dispatcher.InstallBefore(waiter, cook);
  Ring("the waiter before the cook");
  Dispatcher.SetOptions(cook, Dispatcher.Options{Dispatcher.Opt.First});
  Ring("the cook first, so the waiter still before him");
  Dispatcher.OrderAfter(waiter, Dispatcher.GetOriginalHandler(Bell.Ring));
  Ring("the waiter after the bell as well");
  TRY
    Dispatcher.OrderBefore(guest, waiter);
  EXCEPT
  | Dispatcher.Error => IO.Put("refused: " & Dispatcher.LastProblem() & "\n");
  END;
  Dispatcher.ForgetOrder(waiter);
  Dispatcher.Uninstall(Dispatcher.GetOriginalHandler(Bell.Ring));
  Ring("no bell");
  Dispatcher.Install(Dispatcher.GetOriginalHandler(Bell.Ring));
  Ring("the bell put back");
  IO.Put("the guest is number " & Fmt.Int(Dispatcher.Position(guest) + 1) & "\n");
END Listeners.
