/** Readers and writers of nothing, searching and copying, against JavaScript's strings; times as texts, against its Date. */
import { describe, expect, it } from 'vitest';
import { Random, shows } from './support.ts';

const lines = async (program: Parameters<typeof shows>[0], input = ''): Promise<string[]> =>
  (await shows(program, input)).trimEnd().split('\n');

describe('RdUtils', () => {
  it('finds what indexOf finds, in texts with much repetition, and stands behind it', async () => {
    const random = new Random(20261);
    const word = (most: number, letters: string) =>
      Array.from({ length: random.below(most) }, () => random.pick([...letters])).join('');
    const cases = Array.from({ length: 300 }, () => ({ text: word(40, 'abAB'), pattern: word(6, 'abAB') }));
    const shown = await lines(
      {
        imports: 'Rd, RdUtils, Stdio, TextRd',
        declarations: `
PROCEDURE Find(text, pattern: TEXT; c: RdUtils.Canonicalize): TEXT =
  VAR rd := TextRd.New(text);
      at := RdUtils.Find(rd, pattern, c);
  BEGIN
    RETURN Fmt.Int(at) & " " & Fmt.Int(Rd.Index(rd));
  END Find;
VAR t, p: TEXT;`,
        body: `
LOOP
  TRY t := Rd.GetLine(Stdio.stdin); p := Rd.GetLine(Stdio.stdin) EXCEPT Rd.EndOfFile => EXIT END;
  Line(Find(t, p, NIL) & " " & Find(t, p, RdUtils.ToUpperCaseASCII));
END;`,
      },
      cases.map(({ text, pattern }) => `${text}\n${pattern}\n`).join(''),
    );
    const found = (text: string, pattern: string) => {
      const at = text.indexOf(pattern);
      return `${at} ${at < 0 ? text.length : at + pattern.length}`;
    };
    expect(shown).toEqual(
      cases.map(({ text, pattern }) => `${found(text, pattern)} ${found(text.toUpperCase(), pattern.toUpperCase())}`),
    );
  });

  it('goes on from where the reader is; needs no seekable reader; wide characters are nowhere', async () => {
    expect(
      await lines(
        {
          imports: 'RdUtils, Rd, Stdio, TextRd',
          declarations: 'VAR rd := TextRd.New("abcabc");',
          body: `
Number(RdUtils.FindChar(rd, 'c')); Number(RdUtils.FindChar(rd, 'c')); Number(RdUtils.FindChar(rd, 'c'));
Number(RdUtils.FindChar(Stdio.stdin, 'y')); Line(Rd.GetLine(Stdio.stdin));
rd := TextRd.New("abc"); Number(RdUtils.Find(rd, W"b\\x0100")); Say(Rd.EOF(rd));`,
        },
        'xxyz\n',
      ),
    ).toEqual(['2', '5', '-1', '2', 'z', '-1', 'TRUE']);
  });

  it('names failures', async () => {
    expect(
      await lines({
        imports: 'Atom, AtomList, RdUtils',
        body: `
Line(RdUtils.FailureText(NIL));
Line(RdUtils.FailureText(AtomList.List1(Atom.FromText("a"))));
Line(RdUtils.FailureText(AtomList.List2(Atom.FromText("a"), Atom.FromText("b"))));`,
      }),
    ).toEqual(['NIL', 'a', 'a:b']);
  });
});

describe('streams of nothing', () => {
  it('NullRd is at its end, NullWr counts', async () => {
    expect(
      await lines({
        imports: 'NullRd, NullWr, Rd, Wr',
        declarations: `
VAR rd := NEW(NullRd.T).init(); wr := NEW(NullWr.T).init();
PROCEDURE Unseekable() = BEGIN TRY Wr.Seek(wr, 0) EXCEPT Wr.Error(c) => Number(ORD(c)) END END Unseekable;`,
        body: `
Say(Rd.EOF(rd)); Number(Rd.Length(rd)); Rd.Seek(rd, 7); Number(Rd.Index(rd)); Say(Rd.EOF(rd));
TRY EVAL Rd.GetChar(rd) EXCEPT Rd.EndOfFile => Line("end") END;
FOR i := 1 TO 1000 DO Wr.PutChar(wr, 'a') END;
FOR i := 1 TO 1000 DO Wr.PutText(wr, "abc") END;
Wr.PutChar(wr, 'a'); Number(Wr.Index(wr)); Number(Wr.Length(wr)); Unseekable(); Wr.Close(wr); Say(Wr.Closed(wr));`,
      }),
    ).toEqual(['TRUE', '0', '0', 'TRUE', 'end', '4001', '4001', '1', 'TRUE']);
  });
});

describe('RdCopy', () => {
  it('copies as much as is asked for, or as there is', async () => {
    expect(
      await lines({
        imports: 'RdCopy, Rd, TextRd, TextWr, Text, Wr',
        declarations: `
EXCEPTION Enough;
VAR
  long := "";
  rd: Rd.T; wr := TextWr.New(); sum := 0; left := 2500;
PROCEDURE Add(READONLY a: ARRAY OF CHAR) = BEGIN INC(sum, NUMBER(a)) END Add;
PROCEDURE Stop(<*UNUSED*> READONLY a: ARRAY OF CHAR) RAISES {Enough} = BEGIN RAISE Enough END Stop;
PROCEDURE Give(VAR a: ARRAY OF CHAR): CARDINAL =
  VAR n := MIN(left, NUMBER(a));
  BEGIN
    FOR i := 0 TO n - 1 DO a[i] := VAL(ORD('a') + left MOD 26, CHAR); DEC(left) END;
    RETURN n;
  END Give;`,
        body: `
FOR i := 1 TO 1000 DO long := long & Fmt.Int(i) & "," END;
rd := TextRd.New(long);
Number(RdCopy.ToWriter(rd, wr, 5)); Line(TextWr.ToText(wr));
Number(RdCopy.ToWriter(rd, wr)); Say(Text.Equal(TextWr.ToText(wr), Text.Sub(long, 5)));
Number(RdCopy.ToWriter(rd, wr));
rd := TextRd.New(long);
Number(RdCopy.ToProc(rd, Add, 2000)); Number(sum); Number(Rd.Index(rd));
TRY EVAL RdCopy.ToProc(rd, Stop); Line("?") EXCEPT Enough => Line("enough") END;
Number(RdCopy.FromProc(wr, Give, 1500)); Number(RdCopy.FromProc(wr, Give)); Number(Wr.Length(wr));
Line(Text.Sub(TextWr.ToText(wr), 2496));`,
      }),
    ).toEqual(['5', '1,2,3', '3888', 'TRUE', '0', '2000', '2000', '2000', 'enough', '1500', '1000', '2500', 'edcb']);
  });
});

describe('FmtTime', () => {
  it('shows what Date shows', async () => {
    const random = new Random(7);
    const times = [0, 951782400, -1, ...Array.from({ length: 200 }, () => random.below(8e9) - 4e9)];
    const shown = await lines(
      {
        imports: 'Date, FmtTime, IO, Rd, Scan, Stdio',
        declarations: 'VAR t: TEXT;',
        body: `
LOOP
  TRY t := Rd.GetLine(Stdio.stdin) EXCEPT Rd.EndOfFile => EXIT END;
  WITH s = FLOAT(Scan.Int(t), LONGREAL) DO
    Line(FmtTime.Long(s)); Line(FmtTime.Short(s, Date.Zone("X", 3600)));
  END;
END;`,
      },
      `${times.join('\n')}\n`,
    );
    const parts = (seconds: number) => {
      const [, weekDay, day, month, year, time] = /^(\w+), (\d+) (\w+) (\d+) ([\d:]+)/.exec(
        new Date(seconds * 1000).toUTCString(),
      )!;
      return { weekDay, date: `${month} ${String(Number(day)).padStart(2)}`, year, time: time! };
    };
    expect(shown).toEqual(
      times.flatMap((t) => {
        const d = parts(t);
        const x = parts(t - 3600);
        return [`${d.weekDay} ${d.date} ${d.time} UTC ${d.year}`, `${x.date} ${x.time.slice(0, 5)}`];
      }),
    );
  });
});

describe('AutoFlushWr', () => {
  const declarations = `
(* Keeps what has reached it until it is flushed. *)
TYPE Slow = Wr.T OBJECT shown, held := ""; failing := FALSE; OVERRIDES seek := Seek; flush := Flush; close := Close END;
PROCEDURE Seek(wr: Slow; n: CARDINAL) =
  BEGIN Hold(wr); wr.buff := NEW(REF ARRAY OF CHAR, 4096); wr.st := 0; wr.lo := n; wr.hi := n + 4096; END Seek;
PROCEDURE Hold(wr: Slow) =
  BEGIN
    IF wr.buff # NIL THEN wr.held := wr.held & Text.FromChars(SUBARRAY(wr.buff^, wr.st, wr.cur - wr.lo)) END;
    INC(wr.st, wr.cur - wr.lo); wr.lo := wr.cur;
  END Hold;
PROCEDURE Flush(wr: Slow) RAISES {Wr.Failure} =
  BEGIN
    IF wr.failing THEN RAISE Wr.Failure(AtomList.List1(Atom.FromText("full"))) END;
    Hold(wr); wr.shown := wr.shown & wr.held; wr.held := "";
  END Flush;
PROCEDURE Close(wr: Slow) = BEGIN Line("closed") END Close;
VAR slow := NEW(Slow, closed := FALSE, buffered := TRUE); wr := NEW(AutoFlushWr.T).init(slow, 2.0D0); t: TEXT := "";`;
  const imports = 'Atom, AtomList, AutoFlushWr, Text, Thread, Wr, WrClass';

  it('brings everything to its target in time, and no sooner', async () => {
    const body = `
Thread.Pause(1.0D0); Wr.PutChar(wr, 'a'); Thread.Pause(1.0D0); Wr.PutText(wr, "bc"); Line(slow.shown);
Thread.Pause(1.5D0); Line(slow.shown);
Wr.PutChar(wr, 'd'); Line(slow.shown); Thread.Pause(2.5D0); Line(slow.shown);
Wr.PutText(wr, "e"); Wr.Flush(wr); Line(slow.shown); Number(Wr.Index(wr));
Wr.PutChar(wr, 'f'); Wr.Close(wr); Line(slow.shown); Say(Wr.Closed(slow)); Thread.Pause(5.0D0);`;
    expect(await lines({ imports, declarations, body })).toEqual([
      '',
      'abc',
      'abc',
      'abcd',
      'abcde',
      '5',
      'closed',
      'abcdef',
      'TRUE',
    ]);
  });

  it('loses nothing while it is written to and flushed at once', async () => {
    const body = `
wr := NEW(AutoFlushWr.T).init(slow, 0.000001D0);
FOR i := 0 TO 9999 DO
  IF i MOD 7 = 0 THEN Wr.PutText(wr, Fmt.Int(i)) ELSE WITH n = Fmt.Int(i) DO FOR j := 0 TO Text.Length(n) - 1 DO Wr.PutChar(wr, Text.GetChar(n, j)) END END END;
  t := t & Fmt.Int(i);
END;
Say(Wr.Index(wr) = Text.Length(t)); Wr.Close(wr); Say(Text.Equal(slow.shown, t));`;
    expect(await lines({ imports, declarations, body })).toEqual(['TRUE', 'closed', 'TRUE']);
  });

  it('tells of a failure when it is next used', async () => {
    const body = `
Wr.PutChar(wr, 'a'); slow.failing := TRUE; Thread.Pause(3.0D0); slow.failing := FALSE;
TRY Wr.Flush(wr); Line("no failure") EXCEPT Wr.Failure(why) => Line(Atom.ToText(why.head)) END;
Wr.Flush(wr); Line(slow.shown);`;
    expect(await lines({ imports, declarations, body })).toEqual(['full', 'a']);
  });
});
