MODULE Main;

(* Reads a value, then says what the arguments ask for:

     pretty        the value, one member in each line
     compact       the value in one line
     keys PATH     the names of the members of what PATH leads to
     get PATH      what PATH leads to
     same PATH PATH  whether both lead to equal values *)

IMPORT IO, Json, JsonParse, Params, Process, Rd, Stdio, Text, Thread, Wr;
FROM Fmt IMPORT F, Int;

<*FATAL Wr.Failure, Rd.Failure, Thread.Alerted*>

EXCEPTION Usage;

PROCEDURE Argument(n: CARDINAL): TEXT RAISES {Usage} =
  BEGIN
    IF n >= Params.Count THEN RAISE Usage END;
    RETURN Params.Get(n);
  END Argument;

PROCEDURE Show(v: Json.T; indent := 0) =
  BEGIN
    v.write(Stdio.stdout, indent);
    IO.Put("\n");
  END Show;

PROCEDURE Do(v: Json.T) RAISES {Usage, Json.Missing} =
  VAR command := Argument(1);
  BEGIN
    IF Text.Equal(command, "pretty") THEN
      Show(v);
    ELSIF Text.Equal(command, "compact") THEN
      Show(v, -1);
    ELSIF Text.Equal(command, "get") THEN
      Show(Json.Select(v, Argument(2)));
    ELSIF Text.Equal(command, "keys") THEN
      v := Json.Select(v, Argument(2));
      FOR i := 0 TO Json.Size(v) - 1 DO IO.Put(Json.Name(v, i) & "\n") END;
    ELSIF Text.Equal(command, "same") THEN
      IF Json.Equal(Json.Select(v, Argument(2)), Json.Select(v, Argument(3))) THEN
        IO.Put("equal\n");
      ELSE
        IO.Put("different\n");
      END;
    ELSE
      RAISE Usage;
    END;
  END Do;

BEGIN
  TRY
    Do(JsonParse.Read(Stdio.stdin));
  EXCEPT
  | JsonParse.Error(p) =>
      IO.Put(F("line %s, column %s: %s\n", Int(p.line), Int(p.column), p.message), Stdio.stderr);
      Process.Exit(1);
  | Json.Missing(what) =>
      IO.Put(F("there is no %s\n", what), Stdio.stderr);
      Process.Exit(1);
  | Usage =>
      IO.Put("json pretty | compact | get PATH | keys PATH | same PATH PATH\n", Stdio.stderr);
      Process.Exit(64);
  END;
END Main.
