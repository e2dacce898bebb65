/** Characters on their way from and to the console, which speaks UTF-8: against JavaScript's own encoder. */
import { describe, expect, test } from 'vitest';
import { compile, run } from '../compiler/machine.ts';
import { sourceMachine } from '../kernel/source.ts';
import { Random, shows } from './support.ts';

const BORDERS = [0x20, 0x7f, 0x80, 0xff, 0x100, 0x7ff, 0x800, 0xd7ff, 0xe000, 0xffff, 0x10000, 0x10ffff];

function randomText(random: Random, length: number): string {
  const code = () => (random.below(3) === 0 ? 32 + random.below(95) : random.pick(BORDERS));
  return String.fromCodePoint(...Array.from({ length }, code));
}

/** Runs a program whose input comes in these pieces. */
async function runs(body: string, pieces: readonly Uint8Array[]): Promise<string> {
  const m = sourceMachine({ input: pieces });
  const text = `MODULE Test EXPORTS Main; IMPORT IO, Fmt, Rd, Stdio; <*FATAL ANY*> BEGIN ${body} END Test.`;
  expect((await m.start('test', { 'Test.m3': text })).kind).toBe('ended');
  return m.shown();
}

function cut(bytes: Uint8Array, random: Random): Uint8Array[] {
  const pieces: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; ) {
    const n = 1 + random.below(4);
    pieces.push(bytes.subarray(at, at + n));
    at += n;
  }
  return pieces;
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const ECHO = 'WHILE NOT IO.EOF() DO IO.Put(IO.GetLine() & "\\n") END;';

describe('the console speaks UTF-8', () => {
  test('every CHAR appears as the character it is', async () => {
    const body = 'FOR c := 160 TO 255 DO IO.PutChar(VAL(c, CHAR)) END; IO.Put("\\xe9\\n");';
    const all = String.fromCharCode(...Array.from({ length: 96 }, (_, i) => 160 + i));
    expect(await shows({ imports: '', body })).toBe(`${all}\u00e9\n`);
  });

  test('wide characters appear, one by one and in texts', async () => {
    const body =
      'IO.PutWideChar(W\'\\x20ac\'); IO.Put(W"\\x03b1\\U01f600z" & "\\xe4\\n"); RTIO.PutWideChar(W\'\\x20ac\'); RTIO.Flush();';
    expect(await shows({ imports: 'RTIO', body })).toBe('\u20ac\u03b1\u{1f600}z\u00e4\n\u20ac');
  });

  test('long texts are written whole', async () => {
    const body = 'VAR t := W"\\x20ac"; BEGIN FOR i := 1 TO 12 DO t := t & t & "x" END; IO.Put(t) END;';
    let t = '\u20ac';
    for (let i = 1; i <= 12; i++) t += `${t}x`;
    expect(await shows({ imports: '', body })).toBe(t);
  });

  test.each([1, 2, 3])('lines come back as they were typed, wherever the input is cut: seed %i', async (seed) => {
    const random = new Random(seed);
    const text = Array.from({ length: 60 }, () => `${randomText(random, random.below(40))}\n`).join('');
    expect(await runs(ECHO, cut(utf8(text), random))).toBe(text);
  });

  test('a line longer than any buffer', async () => {
    const text = `${'a\u00e9\u20ac\u{1f600}'.repeat(3000)}\n`;
    expect(await runs(ECHO, [utf8(text)])).toBe(text);
  });

  test('GetChar gives "?" for what is no CHAR, GetWideChar gives it', async () => {
    const body = `
      IO.PutInt(ORD(IO.GetChar())); IO.PutChar(' '); IO.PutInt(ORD(IO.GetChar())); IO.PutChar(' ');
      Rd.UnGetChar(Stdio.stdin); IO.PutInt(ORD(IO.GetWideChar())); IO.PutChar(' '); IO.PutInt(ORD(IO.GetWideChar()));`;
    expect(await runs(body, [utf8('\u00e9\u20acx')])).toBe('233 63 8364 120');
  });

  test('bytes that are no UTF-8 stand for themselves', async () => {
    // A lone continuation, a cut one, too long a form, a surrogate, past the last character, and an end in the midst.
    const bytes = [0x80, 0xc3, 0x41, 0xc0, 0xaf, 0xed, 0xa0, 0x80, 0xf4, 0x90, 0x80, 0x80, 0xc3, 0xa9, 0xe2, 0x82];
    const body = 'WHILE NOT IO.EOF() DO IO.PutInt(ORD(IO.GetWideChar())); IO.PutChar(VAL(32, CHAR)) END;';
    const expected = [0x80, 0xc3, 0x41, 0xc0, 0xaf, 0xed, 0xa0, 0x80, 0xf4, 0x90, 0x80, 0x80, 0xe9, 0xe2, 0x82];
    for (const random of [new Random(1), new Random(2)])
      expect(await runs(body, cut(Uint8Array.from(bytes), random))).toBe(expected.map((c) => `${c} `).join(''));
  });
});

describe('streams of texts keep wide characters', () => {
  test('TextWr, also where they are written over', async () => {
    const body = `
      VAR wr := TextWr.New(); BEGIN
        Wr.PutText(wr, "ab"); Wr.PutWideChar(wr, W'\\x20ac'); Wr.PutChar(wr, 'c'); Wr.PutText(wr, W"\\x03b1\\x03b2");
        Wr.Seek(wr, 2); Wr.PutChar(wr, '?'); Wr.Seek(wr, 0); Wr.PutWideString(wr, ARRAY OF WIDECHAR {W'\\x0100'});
        Number(Wr.Length(wr));
        Line(TextWr.ToText(wr)); Wr.PutText(wr, "plain"); Say(Text.HasWideChars(TextWr.ToText(wr)));
      END;`;
    expect(await shows({ imports: 'Text, TextWr, Wr', body })).toBe('6\n\u0100b?c\u03b1\u03b2\nFALSE\n');
  });

  test('TextWr grows with them', async () => {
    const body = `
      VAR wr := TextWr.New(); t: TEXT; BEGIN
        FOR i := 1 TO 1000 DO Wr.PutWideChar(wr, W'\\x20ac'); Wr.PutChar(wr, 'x') END;
        t := TextWr.ToText(wr); Number(Text.Length(t)); Number(ORD(Text.GetWideChar(t, 1998))); Number(ORD(Text.GetWideChar(t, 1999)));
      END;`;
    expect(await shows({ imports: 'Text, TextWr, Wr', body })).toBe('2000\n8364\n120\n');
  });

  test('TextRd, RdCopy, and the procedures with Wide in their names', async () => {
    const body = `
      VAR rd := TextRd.New(W"a\\x20ac\\nb\\x03b1"); wr := TextWr.New(); a: ARRAY [0 .. 9] OF WIDECHAR; BEGIN
        Number(Rd.GetWideSubLine(rd, a)); Number(ORD(a[1])); Number(Rd.GetWideSub(rd, a)); Number(ORD(a[1]));
        Rd.Seek(rd, 0); Line(Rd.GetWideText(rd, 2)); Rd.Seek(rd, 0); Line(Rd.GetWideLine(rd)); Rd.Seek(rd, 0);
        Number(RdCopy.ToWriter(rd, wr)); Line(TextWr.ToText(wr));
      END;`;
    expect(await shows({ imports: 'Rd, RdCopy, TextRd, TextWr', body })).toBe(
      '3\n8364\n2\n945\na\u20ac\na\u20ac\n5\na\u20ac\nb\u03b1\n',
    );
  });

  test('a writer of CHARs only puts "?"', async () => {
    const body = `
      VAR wr := NEW(Plain, buff := NEW(REF ARRAY OF CHAR, 8), hi := 8); BEGIN
        Wr.PutText(wr, W"x\\x20acy"); Wr.PutWideChar(wr, W'\\x03b1'); Line(Text.FromChars(SUBARRAY(wr.buff^, 0, Wr.Index(wr))));
      END;`;
    const declarations = 'TYPE Plain = Wr.T OBJECT END;';
    expect(await shows({ imports: 'Text, Wr, WrClass', declarations, body })).toBe('x?y?\n');
  });
});

test('errors have a stream of their own', async () => {
  const text = `MODULE Test EXPORTS Main; IMPORT IO, Stdio;
    BEGIN IO.Put("out "); IO.PutError("wrong "); IO.PutError("too", Stdio.stdout); IO.Put("bad", Stdio.stderr) END Test.`;
  const { module, errors } = compile('test', [{ path: 'Test.m3', text }]);
  expect(errors).toEqual([]);
  expect(await run(module)).toMatchObject({ output: 'out too', reports: 'wrong bad' });
});
