/** The program's parameters by keyword and place, and texts searched, joined, compared without regard to capitals. */
import { describe, expect, test } from 'vitest';
import { sourceMachine } from '../kernel/source.ts';
import { Random, shows } from './support.ts';

/** What a program says that is given these parameters. */
async function given(parameters: readonly string[], body: string): Promise<string> {
  const m = sourceMachine({ parameters: ['prt', ...parameters] });
  const text = `MODULE Test EXPORTS Main; IMPORT Fmt, IO, ParseParams, RTParams, Stdio; <*FATAL ANY*>
    VAR pp := NEW(ParseParams.T).init(Stdio.stdout);
    PROCEDURE Line(t: TEXT) = BEGIN IO.Put(t & "\\n") END Line;
    BEGIN TRY ${body} EXCEPT ParseParams.Error => Line("Error") END END Test.`;
  expect((await m.start('test', { 'Test.m3': text })).kind).toBe('ended');
  return m.shown();
}

test('RTParams finds what begins with @M3', async () => {
  const body = `
    PROCEDURE Show(n: TEXT) = VAR v := RTParams.Value(n); BEGIN
      IF v = NIL THEN Line("none " & Fmt.Bool(RTParams.IsPresent(n))) ELSE Line(v & " " & Fmt.Bool(RTParams.IsPresent(n))) END END Show;
    BEGIN Show("nogc"); Show("size"); Show("siz"); Show("missing"); Show("@M3nogc"); Show("empty"); Show("") END;`;
  expect(await given(['@M3nogc', 'M3missing', '@M3size=12', '@M3size=13', '@M3empty=', 'x'], body)).toBe(
    ' TRUE\n12 TRUE\nnone FALSE\nnone FALSE\nnone FALSE\n TRUE\nnone FALSE\n',
  );
});

describe('ParseParams', () => {
  const PAGES = `
    pp.getKeyword("-size"); Line(Fmt.Int(pp.getNextInt(1, 100)));
    WHILE pp.keywordPresent("-pages") DO
      Line(Fmt.Int(pp.getNextInt()) & " " & Fmt.Int(pp.getNextInt()) & " " & Fmt.Bool(pp.testNext("-reverse")))
    END;
    pp.skipParsed(); WHILE pp.next < NUMBER(pp.arg^) DO Line(pp.getNext()) END; pp.finish()`;

  test.each([
    ['in one order', ['-size', '12', '-pages', '1', '2', 'a', 'b'], '12\n1 2 FALSE\na\nb\n'],
    ['in another', ['-pages', '3', '4', '-reverse', '-size', '7', '-pages', '5', '6'], '7\n3 4 TRUE\n5 6 FALSE\n'],
    ['missing', ['a'], 'ParseParams: the parameter -size is missing\nError\n'],
    ['without a value', ['-size'], 'ParseParams: something is missing after -size\nError\n'],
    ['no number', ['-size', 'x'], 'ParseParams: x is no whole number\nError\n'],
    ['out of range', ['-size', '101'], 'ParseParams: 101 is not in the range from 1 to 100\nError\n'],
    [
      'too large for INTEGER',
      ['-size', '99999999999999999999'],
      'ParseParams: 99999999999999999999 is no whole number\nError\n',
    ],
    ['between others', ['a', '-size', '1'], '1\nParseParams: a is not expected before -size\nError\n'],
    ['its value taken already', ['-pages', '1', '-size', '2'], '2\nParseParams: something is missing after 1\nError\n'],
  ])('%s', async (_, parameters, shown) => {
    const out = await given(parameters, PAGES);
    expect(out).toBe(shown);
  });

  test('real numbers, and what is left over', async () => {
    const body =
      'Line(Fmt.Real(pp.getNextReal())); Line(Fmt.LongReal(pp.getNextLongReal(-1.0d0, 2.0d300))); pp.finish()';
    expect(await given(['1.5', '1d300'], body)).toBe('1.5\n1e300\n');
    expect(await given(['1.5', '-2'], body)).toBe('1.5\nParseParams: -2 is not in the range from -1 to 2e300\nError\n');
    expect(await given(['abc'], body)).toBe('ParseParams: abc is no number\nError\n');
    expect(await given(['1', '2', 'more'], body)).toBe('1\n2\nParseParams: more is not expected\nError\n');
  });
});

describe('TextExtras', () => {
  test('finds, extracts and joins', async () => {
    const declarations = `
      VAR i: CARDINAL; t := W"one, two; \\x20ac three";
      PROCEDURE Beyond() = VAR j: CARDINAL := 4; BEGIN EVAL TextExtras.FindChar("abc", 'a', j) END Beyond;
      PROCEDURE Hole() = BEGIN EVAL TextExtras.Join("a", NIL, "b") END Hole;
      PROCEDURE None() = BEGIN EVAL TextExtras.Join() END None;
      PROCEDURE Wrong() = BEGIN EVAL TextExtras.Extract("abc", 2, 1) END Wrong;`;
    const body = `
      i := 4; Say(TextExtras.FindChar(t, 'o', i)); Number(i); i := 9; Say(TextExtras.FindChar(t, 'o', i)); Number(i);
      i := 0; Say(TextExtras.FindCharSet(t, SET OF CHAR {';', ','}, i)); Number(i); INC(i); Say(TextExtras.FindCharSet(t, SET OF CHAR {';', ','}, i)); Number(i);
      i := 10; Say(TextExtras.FindCharSet(t, SET OF CHAR {';', ','}, i)); Number(i); Line(TextExtras.Extract(t, 5, 8));
      Line(TextExtras.Join("a", "b", "c")); Line(TextExtras.JoinN(ARRAY OF TEXT {"x", "", "y"})); Raises(Beyond); Raises(Hole); Raises(None); Raises(Wrong);`;
    expect(await shows({ imports: 'TextExtras', declarations, body })).toBe(
      'TRUE\n7\nFALSE\n17\nTRUE\n3\nTRUE\n8\nFALSE\n17\ntwo\nabc\nxy\nASSERTFailed\nASSERTFailed\nASSERTFailed\nValueOutOfRange\n',
    );
  });

  test.each([1, 2])('finds texts in texts where JavaScript does: seed %i', async (seed) => {
    const random = new Random(seed);
    const word = (n: number) => Array.from({ length: n }, () => random.pick(['a', 'b'])).join('');
    const cases = Array.from({ length: 60 }, () => {
      const t = word(random.below(30));
      return { t, sub: word(random.below(5)), from: random.below(t.length + 1) };
    });
    const calls = cases.map((c) => `i := ${c.from}; Say(TextExtras.FindSub("${c.t}", "${c.sub}", i)); Number(i);`);
    const out = await shows({ imports: 'TextExtras', declarations: 'VAR i: CARDINAL;', body: calls.join('\n') });
    const expected = cases.map(({ t, sub, from }) => {
      const at = t.indexOf(sub, from);
      return at < 0 ? `FALSE\n${t.length}\n` : `TRUE\n${at}\n`;
    });
    expect(out).toBe(expected.join(''));
  });

  test('compares without regard to capitals', async () => {
    const words = ['', 'abc', 'ABC', 'abd', 'aBcd', 'Z', '[', '\\xe9'];
    const pairs = words.flatMap((a) => words.map((b) => [a, b] as const));
    const body = pairs.map(
      ([a, b]) => `
        Say(TextExtras.CIEqual("${a}", "${b}")); Number(MAX(-1, MIN(1, TextExtras.CICompare("${a}", "${b}"))));
        Number(MAX(-1, MIN(1, TextExtras.Compare("${a}", "${b}"))));
        Say(NOT TextExtras.CIEqual("${a}", "${b}") OR TextExtras.CIHash("${a}") = TextExtras.CIHash("${b}"));`,
    );
    const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
    const real = (t: string) => t.replace('\\xe9', '\u00e9');
    const capital = (t: string) => real(t).replace(/[a-z]/g, (c) => c.toUpperCase());
    const expected = pairs.map(([a, b]) => {
      const ci = order(capital(a), capital(b));
      return `${ci === 0 ? 'TRUE' : 'FALSE'}\n${ci}\n${order(real(a), real(b))}\nTRUE\n`;
    });
    expect(await shows({ imports: 'TextExtras', body: body.join('') })).toBe(expected.join(''));
  });
});
