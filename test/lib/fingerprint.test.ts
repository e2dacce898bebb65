/** Fingerprints against the published check value of CRC-64, a computation with polynomials as numbers, and a search for collisions. */
import { describe, expect, it } from 'vitest';
import { Random, shows } from './support.ts';

const ONES = 2n ** 64n - 1n;
const DIVISOR = 2n ** 64n + 0x42f0e1eba9ea3693n;

/** The rest of the polynomial that the bytes are, after x^64 of it and the start: by long division. */
function rest(bytes: readonly number[], start: bigint): bigint {
  let dividend = start << BigInt(8 * bytes.length);
  bytes.forEach((byte, i) => {
    dividend ^= BigInt(byte) << BigInt(64 + 8 * (bytes.length - 1 - i));
  });
  for (let bit = 8 * bytes.length - 1; bit >= 0; bit--) {
    if ((dividend >> BigInt(64 + bit)) & 1n) dividend ^= DIVISOR << BigInt(bit);
  }
  return dividend;
}

function mix(word: bigint): bigint {
  let w = word & ONES;
  w = ((w ^ (w >> 30n)) * 0xbf58476d1ce4e5b9n) & ONES;
  w = ((w ^ (w >> 27n)) * 0x94d049bb133111ebn) & ONES;
  return w ^ (w >> 31n);
}
const combined = (a: bigint, b: bigint): bigint => mix(mix(a + 0x9e3779b97f4a7c15n) + b);

const hex = (n: bigint): string => n.toString(16);
const declarations = `
PROCEDURE Show(READONLY f: Fingerprint.T) = BEGIN Line(Fmt.Unsigned(Fingerprint.Hash(f))) END Show;
PROCEDURE Part(t: TEXT; from, to: CARDINAL; READONLY f: Fingerprint.T): Fingerprint.T =
  VAR a := NEW(REF ARRAY OF CHAR, to - from);
  BEGIN Text.SetChars(a^, t, from); RETURN Fingerprint.FromChars(a^, f) END Part;
VAR t: TEXT; last := Fingerprint.Zero;`;

describe('Fingerprint', () => {
  it('of texts is CRC-64 by ECMA-182, begun with ones', async () => {
    const body = 'Show(Fingerprint.FromText("123456789")); Show(Fingerprint.FromText("")); Show(Fingerprint.OfEmpty);';
    // The catalogue's check value of the variant that also inverts the result.
    expect(await shows({ imports: 'Fingerprint, Text', declarations, body })).toBe(
      `${hex(0x62ec59e3f1a4f00an ^ ONES)}\n${hex(ONES)}\n${hex(ONES)}\n`,
    );
  });

  it('is the same for a text at once and in parts, and of pairs what is said of pairs', async () => {
    const random = new Random(64);
    const texts = Array.from({ length: 40 }, (_, i) =>
      Array.from({ length: i < 2 ? i : random.below(1200) }, () => String.fromCharCode(32 + random.below(95))).join(''),
    );
    const body = `
LOOP
  TRY t := Rd.GetLine(Stdio.stdin) EXCEPT Rd.EndOfFile => EXIT END;
  WITH f = Fingerprint.FromText(t), middle = Text.Length(t) DIV 3 DO
    Show(f); Say(Fingerprint.Equal(f, Part(t, middle, Text.Length(t), Part(t, 0, middle, Fingerprint.OfEmpty))));
    last := Fingerprint.Combine(last, f); Show(last);
  END;
END;`;
    const shown = await shows(
      { imports: 'Fingerprint, Rd, Stdio, Text', declarations, body },
      texts.map((t) => `${t}\n`).join(''),
    );
    let last = 0n;
    const expected = texts.map((t) => {
      const f = rest([...Buffer.from(t, 'latin1')], ONES);
      last = combined(last, f);
      return `${hex(f)}\nTRUE\n${hex(last)}\n`;
    });
    expect(shown).toBe(expected.join(''));
  });

  it('tells order, nesting, zeros and wide characters apart', async () => {
    const body = `
      WITH a = Fingerprint.FromText("a"), b = Fingerprint.FromText("b"), c = Fingerprint.FromText("c") DO
        Say(Fingerprint.Combine(a, b) # Fingerprint.Combine(b, a));
        Say(Fingerprint.Combine(Fingerprint.Combine(a, b), c) # Fingerprint.Combine(a, Fingerprint.Combine(b, c)));
        Say(Fingerprint.Combine(a, b) # Fingerprint.FromText("ab"));
      END;
      Say(Fingerprint.FromText("\\000") # Fingerprint.OfEmpty); Say(Fingerprint.FromText("\\000\\000") # Fingerprint.FromText("\\000"));
      Say(Fingerprint.FromText(W"\\x0141") # Fingerprint.FromText("\\000\\001A")); Say(Fingerprint.FromText(W"a" & "b") = Fingerprint.FromText("ab"));
      Say(Fingerprint.FromText(W"\\x0141\\x0142") # Fingerprint.FromText(W"\\x0142\\x0141"));`;
    expect(await shows({ imports: 'Fingerprint', body })).toBe('TRUE\n'.repeat(8));
  });

  it('is one of its own for each of many like things', async () => {
    const body = `
      FOR i := 0 TO 4999 DO
        WITH f = Fingerprint.FromText(Fmt.Int(i)) DO
          Count(f); Count(Fingerprint.Combine(last, f)); Count(Fingerprint.Combine(f, last));
        END;
      END;
      Number(seen.size());`;
    const more = `${declarations}
      VAR seen := NEW(IntIntTbl.Default).init();
      PROCEDURE Count(READONLY f: Fingerprint.T) = BEGIN EVAL seen.put(Fingerprint.Hash(f), 0) END Count;`;
    expect(await shows({ imports: 'Fingerprint, IntIntTbl, Text', declarations: more, body })).toBe('15000\n');
  });
});
