MODULE One EXPORTS Main;

IMPORT Dispatcher, IO, Service;

PROCEDURE Handle(<*UNUSED*> n: INTEGER) =
  BEGIN
    INC(Service.handled);
  END Handle;

<*FATAL Dispatcher.Error*>
BEGIN
  Service.server := Dispatcher.InstallHandler(Service.Request, NIL, Handle);
  IO.Put("one: in\n");
END One.
