/** Byte order, number types as elements, property sets, numbers into arrays, permutations: against JavaScript's numbers, maps and sorts. */
import { describe, expect, test } from 'vitest';
import { Random, shows } from './support.ts';

const EDGES = [0n, 1n, -1n, 0x0102n, 0x01020304n, 0x0102030405060708n, 2n ** 63n - 1n, -(2n ** 63n), 0x80n, 0x8000n];
const literal = (n: bigint): string => (n === -(2n ** 63n) ? 'FIRST(INTEGER)' : `${n}`);

/** The lowest bytes in reversed order, as a number of that size. */
function swapped(n: bigint, bytes: number, signed: boolean): bigint {
  const buffer = Buffer.alloc(8);
  buffer.writeBigInt64LE(BigInt.asIntN(64, n));
  const reversed = Buffer.from(buffer.subarray(0, bytes)).reverse();
  if (bytes === 8) return reversed.readBigInt64LE();
  return BigInt(signed ? reversed.readIntLE(0, bytes) : reversed.readUIntLE(0, bytes));
}

describe('Swap', () => {
  test('reverses bytes', async () => {
    const random = new Random(1);
    const numbers = [
      ...EDGES,
      ...Array.from({ length: 20 }, () => BigInt.asIntN(64, BigInt(random.below(2 ** 32)) * 0x9e3779b97f4a7c15n)),
    ];
    const cases = numbers.flatMap((n) =>
      (
        [
          ['Swap2', 2, true],
          ['Swap2U', 2, false],
          ['Swap4', 4, true],
          ['Swap4U', 4, false],
          ['SwapInt', 8, true],
        ] as const
      ).map(([name, bytes, signed]) => {
        const x = signed ? BigInt.asIntN(8 * bytes, n) : BigInt.asUintN(8 * bytes, n);
        return { call: `Number(Swap.${name}(${literal(x)}));`, expected: swapped(x, bytes, signed) };
      }),
    );
    const out = await shows({ imports: 'Swap', body: cases.map((c) => c.call).join('\n') });
    expect(out).toBe(cases.map((c) => `${c.expected}\n`).join(''));
  });

  test('of two words, and what it says of the machine is what VIEW shows', async () => {
    const body = `
      VAR pair := Swap.Swap8(Swap.Int64On32 {a := 16_01020304, b := 5}); n := 1; BEGIN
        Number(pair.a); Number(pair.b);
        WITH bytes = VIEW(n, ARRAY [0 .. 7] OF BITS 8 FOR [0 .. 255]) DO
          Say((bytes[0] = 1) = (Swap.endian = Swap.Endian.Little)); Say((bytes[0] = 1) = (Endian.Value = Endian.T.Little));
        END;
      END;`;
    expect(await shows({ imports: 'Endian, Swap', body })).toBe(`${0x05000000}\n${0x04030201}\nTRUE\nTRUE\n`);
  });
});

describe('number types', () => {
  test.each([
    ['Int8', '-128', '127'],
    ['Int16', '-32768', '32767'],
    ['Int32', '-2147483648', '2147483647'],
    ['RealType', '-1.5', '2.25'],
    ['LongrealType', '-1.5d0', '1.0d300'],
    ['ExtendedType', '-1.5x0', '1.0x300'],
    ['WideChar', "W'a'", "W'\\x20ac'"],
    ['Int64', '-16_7FFFFFFFFFFFFFFFL - 1L', '16_7FFFFFFFFFFFFFFFL'],
    ['Longint', '-5L', '7L'],
  ])('%s', async (unit, low, high) => {
    const body = `
      VAR low: ${unit}.T := ${low}; high: ${unit}.T := ${high}; BEGIN
        Number(${unit}.Compare(low, high)); Number(${unit}.Compare(high, low)); Number(${unit}.Compare(low, low));
        Say(${unit}.Equal(low, high)); Say(${unit}.Equal(high, high)); Say(${unit}.Hash(high) = ${unit}.Hash(high));
      END;`;
    expect(await shows({ imports: unit, body })).toBe('-1\n1\n0\nFALSE\nTRUE\nTRUE\n');
  });

  test('are elements of generic units', async () => {
    const units = {
      'Int16RealTbl.i3': 'INTERFACE Int16RealTbl = Table(Int16, RealType) END Int16RealTbl.',
      'Int16RealTbl.m3': 'MODULE Int16RealTbl = Table(Int16, RealType) END Int16RealTbl.',
      'LongrealArraySort.i3': 'INTERFACE LongrealArraySort = ArraySort(LongrealType) END LongrealArraySort.',
      'LongrealArraySort.m3': 'MODULE LongrealArraySort = ArraySort(LongrealType) END LongrealArraySort.',
    };
    const body = `
      VAR t := NEW(Int16RealTbl.Default).init(); x: REAL; a := ARRAY [0 .. 2] OF LONGREAL {2.5d0, -1.0d0, 0.0d0}; BEGIN
        EVAL t.put(-7, 1.5); Say(t.get(-7, x)); Line(Fmt.Real(x)); LongrealArraySort.Sort(a); Line(Fmt.LongReal(a[0])); Line(Fmt.LongReal(a[2]));
      END;`;
    expect(await shows({ imports: 'Int16RealTbl, LongrealArraySort', body }, '', units)).toBe('TRUE\n1.5\n-1\n2.5\n');
  });
});

describe('property sets', () => {
  const declarations = `
    TYPE A = OBJECT n: INTEGER END; B = A OBJECT END; C = B OBJECT END; R = REF INTEGER; S = BRANDED "S" REF INTEGER;
    VAR s := UNIT.New();
    PROCEDURE Show(r: REFANY) =
      BEGIN
        TYPECASE r OF NULL => Line("NIL") | C(c) => Line("C" & Fmt.Int(c.n)) | B(b) => Line("B" & Fmt.Int(b.n)) | A(a) => Line("A" & Fmt.Int(a.n))
        | R => Line("R") ELSE Line("other") END
      END Show;
    PROCEDURE PutNil() = BEGIN s.put(NIL) END PutNil;`;
  const body = `
    s.put(NEW(A, n := 1)); s.put(NEW(C, n := 2)); s.put(NEW(R)); s.put(NEW(A, n := 3));
    Show(s.get(TYPECODE(A))); Show(s.get(TYPECODE(B))); Show(s.getSub(TYPECODE(B))); Show(s.get(TYPECODE(R))); Show(s.get(TYPECODE(S)));
    s.remove(TYPECODE(B)); Show(s.get(TYPECODE(C))); s.removeSub(TYPECODE(B)); Show(s.getSub(TYPECODE(B))); Show(s.getSub(TYPECODE(A)));
    s.remove(TYPECODE(A)); Show(s.getSub(TYPECODE(A))); Show(s.get(TYPECODE(R))); Raises(PutNil);`;
  const expected = 'A3\nNIL\nC2\nR\nNIL\nC2\nNIL\nA3\nNIL\nR\nASSERTFailed\n';

  test.each(['Property', 'MProperty'])('%s', async (unit) => {
    expect(await shows({ imports: unit, declarations: declarations.replace('UNIT', unit), body })).toBe(expected);
  });

  test('PropertyV makes a set when it is needed', async () => {
    const uses = `
      VAR s := PropertyV.NullSet; r := NEW(REF INTEGER); BEGIN
        Say(PropertyV.Get(s, TYPECODE(r)) = NIL); PropertyV.Remove(s, TYPECODE(r)); Say(s = NIL); PropertyV.RemoveSub(s, TYPECODE(r)); Say(s = NIL);
        PropertyV.Put(s, r); Say(PropertyV.Get(s, TYPECODE(r)) = r); Say(PropertyV.GetSub(s, TYPECODE(r)) = r);
        PropertyV.RemoveSub(s, TYPECODE(r)); Say(PropertyV.GetSub(s, TYPECODE(r)) = NIL);
      END;`;
    expect(await shows({ imports: 'PropertyV', body: uses })).toBe('TRUE\n'.repeat(6));
  });

  test('subtypes build upon the procedures', async () => {
    const more = `
      TYPE Loud = Property.Set OBJECT OVERRIDES put := LoudPut END; MLoud = MProperty.Set OBJECT OVERRIDES put := MLoudPut END;
      PROCEDURE LoudPut(s: Loud; r: REFANY) = BEGIN Line("put"); PropertyF.Put(s, r) END LoudPut;
      PROCEDURE MLoudPut(s: MLoud; r: REFANY) = BEGIN Line("put"); MPropertyF.Put(s, r) END MLoudPut;
      VAR r := NEW(REF CHAR); loud := NEW(Loud); m := NEW(MLoud, m := NEW(MUTEX));`;
    const uses = 'loud.put(r); Say(loud.get(TYPECODE(r)) = r); m.put(r); Say(m.get(TYPECODE(r)) = r);';
    const imports = 'MProperty, MPropertyF, Property, PropertyF';
    expect(await shows({ imports, declarations: more, body: uses })).toBe('put\nTRUE\nput\nTRUE\n');
  });
});

test('FmtBuf puts what Fmt gives into an array', async () => {
  const declarations = `
    VAR b: ARRAY [0 .. 39] OF CHAR;
    PROCEDURE Shown(n: CARDINAL) = BEGIN Line(Text.FromChars(SUBARRAY(b, 0, n))) END Shown;
    PROCEDURE Short() = VAR three: ARRAY [0 .. 2] OF CHAR; BEGIN EVAL FmtBuf.Int(three, 1000) END Short;`;
  const body = `
    Shown(FmtBuf.Int(b, -255)); Shown(FmtBuf.Int(b, 255, 2)); Shown(FmtBuf.Unsigned(b, -1)); Shown(FmtBuf.Real(b, 1.5, literal := TRUE));
    Shown(FmtBuf.LongReal(b, 3.0d0, FmtBuf.Style.Fix, 3)); Shown(FmtBuf.Extended(b, 0.1x0)); Raises(Short);`;
  expect(await shows({ imports: 'FmtBuf, Text', declarations, body })).toBe(
    '-255\n11111111\nffffffffffffffff\n1.5\n3.000\n0.1\nSubscriptOutOfRange\n',
  );
});

describe('random permutations', () => {
  test.each(['LowQuality', 'HighQuality'])('%s gives each number once, again and again', async (quality) => {
    const declarations = `
      VAR r := NEW(Random.Default).init(TRUE); p: RandomPerm.T; q: RandomPerm.T;
      PROCEDURE All(p: RandomPerm.T) =
        BEGIN
          TRY LOOP IO.PutInt(p.next()); IO.PutChar(' ') END EXCEPT RandomPerm.Exhausted => Line("") END
        END All;`;
    const body = `
      FOR n := 0 TO 12 DO
        p := NEW(RandomPerm.${quality}).init(n, r); Number(p.size()); All(p); Number(p.index()); All(p);
        IF n > 3 THEN EVAL p.next(); EVAL p.next(); Number(p.index()); q := p.copy(); All(p); All(q) END
      END;`;
    const lines = (await shows({ imports: 'Random, RandomPerm', declarations, body })).split('\n');
    for (let n = 0; n <= 12; n++) {
      expect(lines.shift()).toBe(`${n}`);
      const first = lines.shift()!;
      const sorted = first
        .split(' ')
        .filter(Boolean)
        .map(Number)
        .sort((a, b) => a - b);
      expect(sorted).toEqual(Array.from({ length: n }, (_, i) => i));
      expect(lines.shift()).toBe('0');
      expect(lines.shift()).toBe(first);
      if (n <= 3) continue;
      expect(lines.shift()).toBe('2');
      const rest = first.split(' ').slice(2).join(' ');
      expect(lines.shift()).toBe(rest);
      expect(lines.shift()).toBe(rest);
    }
    expect(lines).toEqual(['']);
  });

  test('Fill gives each of the 24 permutations of four about equally often', async () => {
    const body = `
      VAR r := NEW(Random.Default).init(TRUE); a: ARRAY [0 .. 3] OF CARDINAL; BEGIN
        FOR i := 1 TO 4800 DO RandomPerm.Fill(a, r); FOR k := 0 TO 3 DO IO.PutInt(a[k]) END; IO.PutChar(' ') END
      END;`;
    const counts = new Map<string, number>();
    for (const p of (await shows({ imports: 'Random, RandomPerm', body })).trim().split(' '))
      counts.set(p, (counts.get(p) ?? 0) + 1);
    expect(counts.size).toBe(24);
    // Chi-square with 23 degrees of freedom: 49.7 is passed once in a thousand times; the sequence is always the same.
    const chi = [...counts.values()].reduce((sum, n) => sum + (n - 200) ** 2 / 200, 0);
    expect(chi).toBeLessThan(49.7);
  });
});

test('RandomReal: one integer makes a number of at least 0 and less than 1', async () => {
  const declarations = `
    TYPE Fixed = Random.T OBJECT last := FALSE OVERRIDES integer := Integer END;
    PROCEDURE Integer(f: Fixed; min, max: INTEGER): INTEGER = BEGIN IF f.last THEN RETURN max ELSE RETURN min END END Integer;
    VAR first := NEW(Fixed); last := NEW(Fixed, last := TRUE);`;
  const body = `
    Say(RandomReal.Real(first) = 0.0); Say(RandomReal.Longreal(first) = 0.0d0); Say(RandomReal.Extended(first) = 0.0x0);
    Number(IEEE.BitsOfReal(RandomReal.Real(last))); Number(IEEE.BitsOfLongReal(RandomReal.Longreal(last))); Say(RandomReal.Extended(last) < 1.0x0);`;
  const bits = (x: number) => new BigInt64Array(new Float64Array([x]).buffer)[0];
  const largest = new Int32Array(new Float32Array([1 - 2 ** -24]).buffer)[0];
  expect(await shows({ imports: 'IEEE, Random, RandomReal', declarations, body })).toBe(
    `TRUE\nTRUE\nTRUE\n${largest}\n${bits(1 - 2 ** -53)}\nTRUE\n`,
  );
});

test('Fmt.Ref and Fmt.Addr tell NIL from others, and no more', async () => {
  const body = 'Line(Fmt.Ref(NIL)); Line(Fmt.Ref(NEW(REF INTEGER))); Line(Fmt.Addr(NIL, 8));';
  expect(await shows({ imports: '', body })).toBe('NIL\nref\nNIL\n');
});
