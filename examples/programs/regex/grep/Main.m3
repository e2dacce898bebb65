MODULE Main;

(* The lines of the input that match a pattern: "grep PATTERN", with each match in brackets; "grep PATTERN BY": the lines that
   match, with each match replaced. At the end, how often each matched text was there. *)

IMPORT IO, Params, Process, Rd, Regex, SortedTextIntTbl, Stdio, Text, Thread;
FROM Fmt IMPORT F, Int;

<*FATAL Rd.Failure, Thread.Alerted*>

VAR counts := NEW(SortedTextIntTbl.Default).init();

PROCEDURE Count(t: TEXT) =
  VAR n := 0;
  BEGIN
    EVAL counts.get(t, n);
    EVAL counts.put(t, n + 1);
  END Count;

PROCEDURE CountMatches(re: Regex.T; line: TEXT): CARDINAL =
  VAR
    at, n: CARDINAL := 0;
    m: Regex.Match;
  BEGIN
    WHILE at <= Text.Length(line) DO
      m := re.match(line, at);
      IF m = NIL THEN EXIT END;
      INC(n);
      Count(Text.Sub(line, m[0].from, m[0].to - m[0].from));
      at := MAX(m[0].to, m[0].from + 1);
    END;
    RETURN n;
  END CountMatches;

PROCEDURE Filter(re: Regex.T; by: TEXT) =
  VAR
    line: TEXT;
    number := 0;
  BEGIN
    TRY
      LOOP
        line := Rd.GetLine(Stdio.stdin);
        INC(number);
        IF CountMatches(re, line) > 0 THEN
          IO.Put(F("%3s  %s\n", Int(number), Regex.Replace(re, line, by)));
        END;
      END;
    EXCEPT
    | Rd.EndOfFile =>
    END;
  END Filter;

PROCEDURE ShowCounts() =
  VAR
    it := counts.iterateOrdered();
    t: TEXT;
    n: INTEGER;
  BEGIN
    WHILE it.next(t, n) DO IO.Put(F("%5s  \"%s\"\n", Int(n), t)) END;
  END ShowCounts;

VAR by := "[$0]";
BEGIN
  IF Params.Count < 2 THEN
    IO.Put("grep PATTERN [BY]\n", Stdio.stderr);
    Process.Exit(64);
  END;
  IF Params.Count > 2 THEN by := Params.Get(2) END;
  TRY
    Filter(Regex.Compile(Params.Get(1)), by);
    ShowCounts();
  EXCEPT
  | Regex.Error(p) =>
      IO.Put(F("%s, at character %s of the pattern\n", p.message, Int(p.at)), Stdio.stderr);
      Process.Exit(1);
  END;
END Main.
