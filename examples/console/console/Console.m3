MODULE Console;

IMPORT Fmt, IO;

REVEAL
  T = BRANDED "Console.T" REF RECORD
    open: BOOLEAN;
    written: CARDINAL;
  END;

PROCEDURE Open(): T =
  BEGIN
    RETURN NEW(T, open := TRUE, written := 0);
  END Open;

PROCEDURE Write(t: T; msg: TEXT) =
  BEGIN
    IF t.open THEN
      INC(t.written);
      IO.Put("console: " & msg & "\n");
    ELSE
      IO.Put("console: (closed)\n");
    END;
  END Write;

PROCEDURE Read(t: T; VAR msg: TEXT) =
  BEGIN
    msg := "you wrote " & Fmt.Int(t.written) & " lines";
  END Read;

PROCEDURE Close(t: T) =
  BEGIN
    t.open := FALSE;
  END Close;

BEGIN
END Console.
