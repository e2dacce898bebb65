/** Texts: what they cost, counted in fuel and in bytes allocated; and that texts which share memory stay what they are, against JavaScript's strings. */
import { describe, expect, test } from 'vitest';
import { initialise } from '../../src/kernel/control.ts';
import { contentOf } from '../../src/kernel/domain/domain.ts';
import { sourceMachine } from '../kernel/source.ts';
import { agrees, Random, shows } from './support.ts';

interface Cost {
  readonly fuel: number;
  readonly bytes: number;
}

/** What the statements cost; N is the size. */
async function cost(statements: string, n: number): Promise<Cost> {
  const m = sourceMachine();
  const text = `MODULE M EXPORTS Main; IMPORT Rd, Text, TextRd, TextWr, Wr; <*FATAL ANY*>
    CONST N = ${n};
    VAR t := ""; n := 0; wr := TextWr.New(); rd: Rd.T;
    PROCEDURE Look(t: TEXT) = BEGIN INC(n, ORD(Text.GetChar(t, Text.Length(t) - 1))) END Look;
    BEGIN ${statements} END M.`;
  const domain = await m.load('costs', { 'M.m3': text });
  const [extension] = contentOf(domain).keys();
  const before = measure();
  expect((await initialise(m.kernel, domain)).kind).toBe('ended');
  const after = measure();
  return { fuel: after.fuel - before.fuel, bytes: after.bytes - before.bytes };

  function measure(): Cost {
    m.kernel.strands.consumed();
    return { fuel: m.kernel.strands.clock.fuel, bytes: m.kernel.heap.usage(extension!.account).allocatedBytes };
  }
}

const LINEAR: Record<string, string> = {
  'appended, then looked at': 'FOR i := 1 TO N DO t := t & "x" END; Look(t)',
  'prepended, then looked at': 'FOR i := 1 TO N DO t := "x" & t END; Look(t)',
  'appended and looked at each time': 'FOR i := 1 TO N DO t := t & "x"; Look(t) END',
  'appended by Text.Cat and looked at each time': 'FOR i := 1 TO N DO t := Text.Cat(t, "x"); Look(t) END',
  'wide, appended and looked at each time':
    'FOR i := 1 TO N DO t := t & W"\\x20ac"; INC(n, ORD(Text.GetWideChar(t, 0))) END',
  'appended and asked for its length': 'FOR i := 1 TO N DO t := t & "x"; INC(n, Text.Length(t)) END',
  'looked at everywhere':
    'FOR i := 1 TO N DO t := t & "x" END; FOR i := 0 TO N - 1 DO INC(n, ORD(Text.GetChar(t, i))) END',
  'written to a writer': 'FOR i := 1 TO N DO Wr.PutText(wr, "xy") END; Look(TextWr.ToText(wr))',
  'wide, written to a writer': 'FOR i := 1 TO N DO Wr.PutText(wr, W"x\\x20ac") END; t := TextWr.ToText(wr)',
  'read line by line':
    'FOR i := 1 TO N DO Wr.PutText(wr, "xy\\n") END; rd := TextRd.New(TextWr.ToText(wr)); WHILE NOT Rd.EOF(rd) DO INC(n, Text.Length(Rd.GetLine(rd))) END',
};

describe('the work is linear in the length of a text', () => {
  test.each(Object.entries(LINEAR))('%s', async (_, statements) => {
    const small = await cost(statements, 4_000);
    const large = await cost(statements, 32_000);
    // Eight times the size; what doubles its room may just have done so. Quadratic work would be 64 times as much.
    expect(large.fuel / small.fuel).toBeLessThan(16);
    expect(large.bytes / small.bytes).toBeLessThan(16);
  });

  test('a megabyte costs what a copy of it costs', async () => {
    const { bytes, fuel } = await cost('t := "0123456789abcdef"; FOR i := 1 TO 16 DO t := t & t END; Look(t)', 0);
    expect(bytes).toBeLessThan(1.5 * 2 ** 20);
    expect(fuel).toBeGreaterThan(2 ** 20 / 64);
    expect(fuel).toBeLessThan(2 ** 20 / 32);
  });
});

test('every procedure takes megabytes', async () => {
  const body = `
    VAR t := "0123456789abcdef"; u, wide: TEXT; BEGIN
      FOR i := 1 TO 18 DO t := t & t END;
      Number(Text.Length(t)); u := Text.Sub(t, 5) & "!"; Number(Text.FindChar(u, '!')); Number(Text.FindCharR(u, '5'));
      wide := t & W"\\x20ac"; Number(Text.Length(wide)); Number(ORD(Text.GetWideChar(wide, Text.Length(t)))); Number(ORD(Text.GetChar(wide, 17)));
      Say(Text.Equal(t, Text.Sub(wide, 0, Text.Length(t)))); Number(Text.Compare(t, wide)); Say(Text.Hash(t) = Text.Hash(Text.Sub(wide, 0, Text.Length(t))));
    END;`;
  const n = 16 * 2 ** 18;
  expect(await shows({ imports: 'Text', body })).toBe(
    `${n}\n${n - 5}\n${n - 16}\n${n + 1}\n8364\n49\nTRUE\n-1\nTRUE\n`,
  );
});

/** A pool of texts; "c i j" adds the concatenation of two, "s i k n" a part of one; "l i k" shows a character, "f i" all as a hash and a length. */
const POOL = {
  imports: 'Rd, Scan, Stdio, Text, TextSeq, Wr',
  declarations: `
    VAR pool := NEW(TextSeq.T).init(); line: TEXT;
    PROCEDURE Word(k: CARDINAL): INTEGER =
      VAR at := 0; next: INTEGER;
      BEGIN
        FOR i := 1 TO k DO at := Text.FindChar(line, ' ', at) + 1 END;
        next := Text.FindChar(line, ' ', at);
        IF next < 0 THEN next := Text.Length(line) END;
        RETURN Scan.Int(Text.Sub(line, at, next - at));
      END Word;
    PROCEDURE Sum(t: TEXT): INTEGER =
      VAR sum := Text.Length(t);
      BEGIN
        FOR i := 0 TO Text.Length(t) - 1 DO sum := (31 * sum + ORD(Text.GetWideChar(t, i))) MOD 1000003 END;
        RETURN sum;
      END Sum;`,
  body: `
    pool.addhi("a"); pool.addhi("bc"); pool.addhi(W"\\x20ac"); pool.addhi("0123456789012345678901234567890123456789");
    WHILE NOT IO.EOF() DO
      line := IO.GetLine();
      CASE Text.GetChar(line, 0) OF
      | 'c' => pool.addhi(pool.get(Word(1)) & pool.get(Word(2)));
      | 's' => pool.addhi(Text.Sub(pool.get(Word(1)), Word(2), Word(3)));
      | 'l' => Number(ORD(Text.GetWideChar(pool.get(Word(1)), Word(2))));
      ELSE Number(Sum(pool.get(Word(1))));
      END;
    END;`,
};

function sum(t: string): number {
  let result = t.length;
  for (let i = 0; i < t.length; i++) result = (31 * result + t.charCodeAt(i)) % 1000003;
  return result;
}

test.each([1, 2, 3, 4])('texts that grow from one another stay what they are: seed %i', async (seed) => {
  const random = new Random(seed);
  const pool = ['a', 'bc', '\u20ac', '0123456789'.repeat(4)];
  const script: string[] = [];
  const expected: string[] = [];
  for (let step = 0; step < 600; step++) {
    // Mostly the latest, now and then an old one, of which there are longer ones already.
    const i =
      random.below(4) > 0 ? pool.length - 1 - random.below(Math.min(3, pool.length)) : random.below(pool.length);
    const t = pool[i]!;
    const kind = random.below(10);
    if (kind < 5 && t.length < 3000) {
      const j = random.below(8) === 0 ? random.below(pool.length) : random.below(4) === 0 ? 2 : 3;
      script.push(`c ${i} ${j}`);
      pool.push(t + pool[j]!);
    } else if (kind === 5) {
      const [start, n] = [random.below(t.length + 1), random.below(t.length + 1)];
      script.push(`s ${i} ${start} ${n}`);
      pool.push(t.slice(start, start + n));
    } else if (kind < 9 && t.length > 0) {
      const k = random.below(t.length);
      script.push(`l ${i} ${k}`);
      expected.push(`${t.charCodeAt(k)}`);
    } else {
      script.push(`f ${i}`);
      expected.push(`${sum(t)}`);
    }
  }
  pool.forEach((t, i) => {
    script.push(`f ${i}`);
    expected.push(`${sum(t)}`);
  });
  await agrees(POOL, script, expected, `seed ${seed}`);
});
