/** Scan, Lex, Convert, Random, Date and the tables of characters, against JavaScript's own and against their contracts. */
import { describe, expect, it } from 'vitest';
import { Random, shows } from './support.ts';

const lines = async (program: Parameters<typeof shows>[0], input = ''): Promise<string[]> =>
  (await shows(program, input)).trimEnd().split('\n');

describe('Scan', () => {
  const PROGRAM = {
    imports: 'FloatMode, Lex, Rd, Scan, Stdio, Text, Word',
    declarations: `
PROCEDURE One(t: TEXT) =
  VAR what := Text.Sub(t, 1);
  BEGIN
    TRY
      CASE Text.GetChar(t, 0) OF
      | 'i' => Number(Scan.Int(what));
      | 'l' => Line(Fmt.LongInt(Scan.LongInt(what)));
      | 'h' => Number(Scan.Int(what, 16));
      | 'u' => Line(Fmt.Unsigned(Scan.Unsigned(what), 10));
      | 'b' => Say(Scan.Bool(what));
      | 'r' => Line(Fmt.LongReal(Scan.LongReal(what)));
      ELSE Line("?")
      END;
    EXCEPT
    | Lex.Error => Line("error");
    | FloatMode.Trap(f) => Line("trap " & Fmt.Int(ORD(f)));
    END;
  END One;
VAR t: TEXT;`,
    body: `LOOP TRY t := Rd.GetLine(Stdio.stdin) EXCEPT Rd.EndOfFile => EXIT END; One(t) END;`,
  };

  it('takes what Lex describes and nothing else', async () => {
    const cases: [string, string][] = [
      ['i12', '12'],
      ['i  -12\t', '-12'],
      ['i+0', '0'],
      ['i', 'error'],
      ['i-', 'error'],
      ['i12x', 'error'],
      ['i1 2', 'error'],
      ['i16_fF', '255'],
      ['i-2_101', '-5'],
      ['i2_102', 'error'],
      ['i17_1', 'error'],
      ['i1_0', 'error'],
      ['i16_', 'error'],
      ['iff', 'error'],
      ['hff', '255'],
      ['h10_99', '99'],
      ['i9223372036854775807', '9223372036854775807'],
      ['i-9223372036854775808', '-9223372036854775808'],
      ['i9223372036854775808', 'trap 5'],
      ['i-9223372036854775809', 'trap 5'],
      ['i99999999999999999999', 'trap 5'],
      ['l-77', '-77'],
      ['uffffffffffffffff', '18446744073709551615'],
      ['u1ffffffffffffffff', 'trap 5'],
      ['u-1', 'error'],
      ['u10_12', '12'],
      ['bTRUE', 'TRUE'],
      ['b faLSE ', 'FALSE'],
      ['bTRU', 'error'],
      ['bTRUEX', 'error'],
      ['r1.5', '1.5'],
      ['r.5d1', '5'],
      ['r5.', '5'],
      ['r-1X-2', '-0.01'],
      ['r.', 'error'],
      ['re5', 'error'],
      ['r1e', 'error'],
      ['r1e+', 'error'],
      ['rinf', 'Infinity'],
      ['r-Infinity', '-Infinity'],
      ['rinfin', 'error'],
      ['rNaN', 'NaN'],
      ['r1e400', 'Infinity'],
    ];
    const shown = await lines(PROGRAM, cases.map(([c]) => `${c}\n`).join(''));
    expect(cases.map(([c], i) => [c, shown[i]])).toEqual(cases);
  });

  it('reads what Fmt writes, in every base', async () => {
    const shown = await lines({
      imports: 'Random, Scan, Word',
      declarations: 'VAR g := NEW(Random.Default).init(fixed := TRUE); n: INTEGER;',
      body: `
        FOR i := 1 TO 3000 DO
          FOR base := 2 TO 16 DO
            n := Word.Shift(g.integer(), -g.integer(0, 63));
            IF i MOD 2 = 0 THEN n := -n END;
            IF Scan.Int(Fmt.Int(n, base), base) # n OR Scan.Unsigned(Fmt.Unsigned(n, base), base) # n
               OR Scan.Int(Fmt.Int(base) & "_" & Fmt.Int(ABS(n), base)) # ABS(n) THEN
              Line(Fmt.Int(n) & " in base " & Fmt.Int(base))
            END
          END
        END;
        Line("done")`,
    });
    expect(shown).toEqual(['done']);
  });
});

describe('Lex', () => {
  it('leaves the reader just behind what it took', async () => {
    const shown = await lines({
      imports: 'Lex, Rd, TextRd',
      declarations: 'VAR rd := TextRd.New("  alpha 12,16_1fz -.5e3+ TRUEfoobar rest");',
      body: `
        Lex.Skip(rd); Line(Lex.Scan(rd)); Number(Lex.Int(rd)); Line(Fmt.Char(Rd.GetChar(rd)));
        Number(Lex.Int(rd)); Line(Fmt.Char(Rd.GetChar(rd))); Line(Fmt.LongReal(Lex.LongReal(rd))); Line(Fmt.Char(Rd.GetChar(rd)));
        Say(Lex.Bool(rd)); Lex.Match(rd, "foo");
        TRY Lex.Match(rd, "bas") EXCEPT Lex.Error => Line("error at " & Fmt.Char(Rd.GetChar(rd))) END;
        Line(Lex.Scan(rd, Lex.Blanks + Lex.NonBlanks)); Line("<" & Lex.Scan(rd) & ">")`,
    });
    expect(shown).toEqual(['alpha', '12', ',', '31', 'z', '-500', '+', 'TRUE', 'error at r', ' rest', '<>']);
  });
});

describe('Convert', () => {
  it('writes and reads numbers in arrays', async () => {
    const shown = await lines({
      imports: 'Convert, Text',
      declarations: `
        TYPE S = Convert.Style;
        VAR buf: ARRAY [0..19] OF CHAR; used: INTEGER;
        PROCEDURE Int(n: INTEGER; base: Convert.Base := 10; prefix := FALSE) RAISES {Convert.Failed} = BEGIN Line(Text.FromChars(SUBARRAY(buf, 0, Convert.FromInt(buf, n, base, prefix)))) END Int;
        PROCEDURE Float(x: REAL; p: INTEGER; s: S) RAISES {Convert.Failed} = BEGIN Line(Text.FromChars(SUBARRAY(buf, 0, Convert.FromFloat(buf, x, p, s)))) END Float;
        PROCEDURE To(t: TEXT; base: Convert.Base := 10) =
          VAR a := NEW(REF ARRAY OF CHAR, Text.Length(t)); n: INTEGER;
          BEGIN Text.SetChars(a^, t); n := Convert.ToInt(a^, used, base); Line(Fmt.Int(n) & " " & Fmt.Int(used)) END To;
        PROCEDURE ToF(t: TEXT) =
          VAR a := NEW(REF ARRAY OF CHAR, Text.Length(t));
          BEGIN
            Text.SetChars(a^, t);
            TRY Line(Fmt.LongReal(Convert.ToLongFloat(a^, used)) & " " & Fmt.Int(used)) EXCEPT Convert.Failed => Line("failed") END
          END ToF;`,
      body: `
        Int(-255); Int(-255, 16, TRUE); Int(FIRST(INTEGER), 16);
        TRY Int(FIRST(INTEGER), 2) EXCEPT Convert.Failed => Line("failed") END;
        Float(1.5, 3, S.Flo); Float(1.5, 3, S.AltFlo); Float(1.5, 3, S.Sci); Float(1500000.0, 3, S.AltSci); Float(2.0, 6, S.Mix); Float(1.0e20, 6, S.Mix); Float(0.0, 2, S.Sci); Float(-1.0e-5, 2, S.Sci);
        To("123abc"); To("-2_101x"); To("ff", 16); To("16_"); To("x"); To("99999999999999999999");
        ToF("1.5e3x"); ToF("-.5e"); ToF("."); ToF("+7")`,
    });
    expect(shown).toEqual([
      ...['-255', '-16_ff', '-8000000000000000', 'failed'],
      ...['1.500', '1.5', '1.500E0', '1.5E6', '2', '1.0E20', '0.00E0', '-1.00E-5'],
      ...['123 3', '-5 6', '255 2', '16 2', '0 0', '7766279631452241919 20'],
      ...['1500 5', '-0.5 3', 'failed', '7 2'],
    ]);
  });
});

describe('Random', () => {
  /** xoshiro256** seeded by SplitMix64 from 1995, in whole-number arithmetic. */
  function* reference(): Generator<bigint> {
    const u = (x: bigint): bigint => BigInt.asUintN(64, x);
    const rotl = (x: bigint, n: bigint): bigint => u((x << n) | (x >> (64n - n)));
    let seed = 1995n;
    const s = Array.from({ length: 4 }, () => {
      seed = u(seed + 0x9e3779b97f4a7c15n);
      let z = seed;
      z = u((z ^ (z >> 30n)) * 0xbf58476d1ce4e5b9n);
      z = u((z ^ (z >> 27n)) * 0x94d049bb133111ebn);
      return z ^ (z >> 31n);
    }) as [bigint, bigint, bigint, bigint];
    for (;;) {
      yield u(rotl(u(s[1] * 5n), 7n) * 9n);
      const t = u(s[1] << 17n);
      s[2] ^= s[0];
      s[3] ^= s[1];
      s[1] ^= s[2];
      s[0] ^= s[3];
      s[2] ^= t;
      s[3] = rotl(s[3], 45n);
    }
  }

  it('gives the published sequence', async () => {
    const shown = await lines({
      imports: 'Random',
      declarations: 'VAR g := NEW(Random.Default).init(fixed := TRUE);',
      body: 'FOR i := 1 TO 200 DO Line(Fmt.Unsigned(g.integer(), 10)) END',
    });
    const sequence = reference();
    expect(shown).toEqual(Array.from({ length: 200 }, () => String(sequence.next().value)));
  });

  it('stays within its bounds and reaches all of them', async () => {
    const shown = await lines({
      imports: 'Random',
      declarations: `
        VAR g, h := NEW(Random.Default).init(); seen := SET OF [-3..3]{}; n: INTEGER; x: REAL; y: LONGREAL; heads := 0;
        PROCEDURE Bad() = BEGIN EVAL g.integer(2, 1) END Bad;`,
      body: `
        h := NEW(Random.Default).init();
        FOR i := 1 TO 2000 DO
          n := g.integer(-3, 3); seen := seen + SET OF [-3..3]{n};
          x := g.real(2.0, 3.0); IF x < 2.0 OR x >= 3.0 THEN Line("real") END;
          y := g.longreal(); IF y < 0.0d0 OR y >= 1.0d0 THEN Line("longreal") END;
          IF g.boolean() THEN INC(heads) END;
        END;
        Say(seen = SET OF [-3..3]{-3..3}); Say(heads > 850 AND heads < 1150); Say(g.integer() # h.integer());
        Number(g.integer(5, 5)); Line(Fmt.Real(g.real(1.0, 1.0))); Raises(Bad)`,
    });
    expect(shown).toEqual(['TRUE', 'TRUE', 'TRUE', '5', '1', 'ASSERTFailed']);
  });
});

describe('Date', () => {
  it('agrees with JavaScript from the year 0 to the year 100 000', async () => {
    const random = new Random(8);
    const times = [0, -1, 951_782_400, 951_868_799, 4_107_542_400, -62_167_219_200, 253_402_300_799];
    for (let i = 0; i < 1500; i++) times.push(Math.floor((random.below(2 ** 31) / 2 ** 31) * 3.1e12) - 62_167_219_200);
    const shown = await lines(
      {
        imports: 'Date, Rd, Scan, Stdio, Time',
        declarations: 'VAR t: TEXT; d: Date.T; west := Date.Zone("west", 5 * 3600 + 1800);',
        body: `
        LOOP
          TRY t := Rd.GetLine(Stdio.stdin) EXCEPT Rd.EndOfFile => EXIT END;
          d := Date.FromTime(FLOAT(Scan.Int(t), Time.T), Date.UTC);
          IO.Put(Fmt.Int(d.year) & " " & Fmt.Int(ORD(d.month)) & " " & Fmt.Int(d.day) & " " & Fmt.Int(d.hour) & " " & Fmt.Int(d.minute) & " " &
                 Fmt.Int(d.second) & " " & Fmt.Int(ORD(d.weekDay)) & " ");
          IO.Put(Fmt.Bool(Date.ToTime(d) = FLOAT(Scan.Int(t), Time.T)) & " ");
          IF Scan.Int(t) > -62000000000 THEN
            d := Date.FromTime(FLOAT(Scan.Int(t), Time.T), west);
            IO.Put(Fmt.Bool(Date.ToTime(d) = FLOAT(Scan.Int(t), Time.T)))
          END;
          IO.Put("\\n")
        END`,
      },
      times.map((t) => `${t}\n`).join(''),
    );
    times.forEach((t, i) => {
      const d = new Date(t * 1000);
      const parts = [
        d.getUTCFullYear(),
        d.getUTCMonth(),
        d.getUTCDate(),
        d.getUTCHours(),
        d.getUTCMinutes(),
        d.getUTCSeconds(),
        d.getUTCDay(),
      ];
      expect(shown[i]!.trim()).toBe(`${parts.join(' ')} TRUE${t > -62_000_000_000 ? ' TRUE' : ''}`);
    });
  });

  it('refuses days that there are not, and times beyond its range', async () => {
    const shown = await lines({
      imports: 'Date',
      declarations: `
        VAR d := Date.FromTime(1.0d9);
        PROCEDURE Late() = BEGIN EVAL Date.FromTime(1.0d30) END Late;
        PROCEDURE Try(y: CARDINAL; m: Date.Month; day: [1..31]) =
          BEGIN d.year := y; d.month := m; d.day := day; TRY Line(Fmt.LongReal(Date.ToTime(d), Fmt.Style.Fix, 0)) EXCEPT Date.Error => Line("error") END END Try;`,
      body: `
        Line(d.zone); Number(d.offset);
        Try(2000, Date.Month.Feb, 29); Try(1900, Date.Month.Feb, 29); Try(2001, Date.Month.Apr, 31); Try(200000000, Date.Month.Jan, 1); Raises(Late)`,
    });
    expect(shown).toEqual(['UTC', '0', '951788800', 'error', 'error', 'error', 'ASSERTFailed']);
  });
});

describe('ASCII and Char', () => {
  it('know the kinds of characters', async () => {
    const shown = await lines({
      imports: 'ASCII, Char, Text',
      declarations: 'VAR a, b, c, d := "";',
      body: `
        FOR ch := FIRST(CHAR) TO LAST(CHAR) DO
          IF ch IN ASCII.Letters THEN a := a & Fmt.Char(ASCII.Upper[ch]); b := b & Fmt.Char(Char.Lower[ch]) END;
          IF ch IN ASCII.Punctuation THEN c := c & Fmt.Char(ch) END;
          IF ch IN ASCII.Digits + ASCII.Spaces THEN d := d & Fmt.Int(ORD(ch)) & " " END;
        END;
        Line(a); Line(b); Line(c); Line(d); Number(ORD(ASCII.Control['C'])); Number(ORD(ASCII.ESC)); Number(Char.Compare('a', 'b')); Number(NUMBER(Char.Upper))`,
    });
    expect(shown).toEqual([
      'ABCDEFGHIJKLMNOPQRSTUVWXYZABCDEFGHIJKLMNOPQRSTUVWXYZ',
      'abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz',
      '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~',
      '9 10 11 12 13 32 48 49 50 51 52 53 54 55 56 57 ',
      ...['3', '27', '-1', '256'],
    ]);
  });
});
