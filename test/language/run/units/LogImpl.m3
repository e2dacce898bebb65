MODULE LogImpl EXPORTS Log, LogCount;
IMPORT IO;
VAR count := 0;
PROCEDURE Note (t: TEXT) = BEGIN INC(count); last := t; entries[count].text := t; entries[count].n := count; IO.Put("[" & t & "] ") END Note;
PROCEDURE Count (): CARDINAL = BEGIN RETURN count END Count;
PROCEDURE Last (): TEXT = BEGIN RETURN last END Last;
BEGIN
  IO.Put("log ready ");
END LogImpl.
