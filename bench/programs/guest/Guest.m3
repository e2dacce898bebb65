MODULE Guest EXPORTS Main;

(* What an extension commonly is: types of its own, a variable, a handler. *)

IMPORT Dispatcher, Server;

TYPE List = REF RECORD n: INTEGER; next: List END;

VAR list: List := NIL;

PROCEDURE Handle(x: INTEGER) =
  BEGIN
    list := NEW(List, n := x, next := list);
  END Handle;

<*FATAL Dispatcher.Error*>
BEGIN
  EVAL Dispatcher.InstallHandler(Server.Extended, NIL, Handle);
END Guest.
