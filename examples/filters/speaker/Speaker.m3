MODULE Speaker;

IMPORT IO;

PROCEDURE Say(msg: TEXT) =
  BEGIN
    IO.Put("speaker: " & msg & "\n");
  END Say;

BEGIN
END Speaker.
