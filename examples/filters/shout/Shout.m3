MODULE Shout EXPORTS Main;

(* A filter takes by VAR what the event takes by value: later handlers see its change, the raiser's variable does not. *)

IMPORT Dispatcher, IO, Speaker, Text;

<*FATAL Dispatcher.Error*>  (* an installation that is refused ends this extension *)

CONST Lower = SET OF CHAR{'a' .. 'z'};

PROCEDURE UpperCase(VAR msg: TEXT) =
  VAR chars := NEW(REF ARRAY OF CHAR, Text.Length(msg));
  BEGIN
    Text.SetChars(chars^, msg);
    FOR i := 0 TO LAST(chars^) DO
      IF chars[i] IN Lower THEN
        chars[i] := VAL(ORD(chars[i]) - ORD('a') + ORD('A'), CHAR);
      END;
    END;
    msg := Text.FromChars(chars^);
  END UpperCase;

PROCEDURE Echo(msg: TEXT) =
  BEGIN
    IO.Put("echo: " & msg & "\n");
  END Echo;

VAR words := "mind the gap";

BEGIN
  EVAL Dispatcher.InstallHandler(Speaker.Say, NIL, Echo, options := Dispatcher.Options{Dispatcher.Opt.First});
  Speaker.Say(words);
  IO.Put("-- with the filter between the first handler and the intrinsic one\n");
  WITH intrinsic = Dispatcher.GetOriginalHandler(Speaker.Say),
       filter    = Dispatcher.Create(Speaker.Say, NIL, UpperCase) DO
    Dispatcher.InstallBefore(filter, intrinsic);
  END;
  Speaker.Say(words);
  IO.Put("the raiser still has: " & words & "\n");
END Shout.
