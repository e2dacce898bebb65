MODULE Client;

(* Raises the event all the time, in a strand of its own. *)

IMPORT Fmt, IO, Service, Strand;

TYPE Raiser = Strand.T OBJECT OVERRIDES run := Run END;

VAR done := 0;

PROCEDURE Done(): INTEGER =
  BEGIN
    RETURN done;
  END Done;

PROCEDURE Run(<*UNUSED*> self: Raiser) =
  BEGIN
    FOR i := 1 TO Requests DO
      Service.Request(i);
      INC(done);
    END;
    IO.Put("client: " & Fmt.Int(Done()) & " requests, " & Fmt.Int(Service.handled) & " handled\n");
  END Run;

BEGIN
  Strand.Run(NEW(Raiser));
END Client.
