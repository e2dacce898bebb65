MODULE Demux EXPORTS Main;

(* One handler, installed twice: each installation has a guard and a closure of its own. *)

IMPORT Dispatcher, Fmt, IO, Port;

<*FATAL Dispatcher.Error*>  (* an installation that is refused ends this extension *)

TYPE
  Service = REF RECORD
    name: TEXT;
    port: Port.Number;
    bytes: CARDINAL := 0;
  END;

FUNCTIONAL PROCEDURE IsFor(service: Service; to: Port.Number; <*UNUSED*> length: CARDINAL): BOOLEAN =
  BEGIN
    RETURN to = service.port;
  END IsFor;

FUNCTIONAL PROCEDURE IsForAndLarge(service: Service; to: Port.Number; length: CARDINAL): BOOLEAN =
  BEGIN
    RETURN to = service.port AND length > 100;
  END IsForAndLarge;

PROCEDURE Serve(service: Service; <*UNUSED*> to: Port.Number; length: CARDINAL) =
  BEGIN
    INC(service.bytes, length);
    IO.Put("  " & service.name & ": " & Fmt.Int(service.bytes) & " bytes so far\n");
  END Serve;

VAR
  http := NEW(Service, name := "http", port := 80);
  dns := NEW(Service, name := "large dns", port := 53);
  second: Dispatcher.Binding;

BEGIN
  EVAL Dispatcher.InstallHandler(Port.PacketArrived, IsFor, Serve, http, http);
  second := Dispatcher.InstallHandler(Port.PacketArrived, IsForAndLarge, Serve, dns, dns);
  Port.PacketArrived(80, 40);
  Port.PacketArrived(53, 40);
  Port.PacketArrived(53, 400);
  Port.PacketArrived(80, 1000);
  IO.Put("uninstall the second\n");
  Dispatcher.Uninstall(second);
  Port.PacketArrived(53, 400);
END Demux.
