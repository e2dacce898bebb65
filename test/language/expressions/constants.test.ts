/** The arithmetic behind constant expressions, by itself. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldFloat, roundHalfEven } from '../../../src/language/typed/constants/floats.ts';
import { floorDiv, floorMod, foldInteger } from '../../../src/language/typed/constants/integers.ts';
import {
  charLiteral,
  integerLiteral,
  realLiteral,
  textLiteral,
} from '../../../src/language/typed/constants/literals.ts';
import { byteSize, sizeOf } from '../../../src/language/typed/constants/sizes.ts';
import { compareConst, foldSet } from '../../../src/language/typed/constants/values.ts';
import { foldWord, WORD_OPERATIONS } from '../../../src/language/typed/constants/words.ts';
import {
  BOOLEAN,
  CHAR,
  INTEGER,
  INTEGER_FIRST,
  INTEGER_LAST,
  LONGREAL,
  REAL,
  TEXT,
  WIDECHAR,
} from '../../../src/language/types/builtins.ts';
import type { EnumType, RecordType, SetType, SubrangeType, Type } from '../../../src/language/types/model.ts';

const SPAN = { file: '', start: 0, end: 0 };
const int64 = fc.bigInt({ min: INTEGER_FIRST, max: INTEGER_LAST });
const subrange = (lo: bigint, hi: bigint): SubrangeType => ({ kind: 'subrange', base: INTEGER, lo, hi });
const record = (...types: Type[]): RecordType => ({
  kind: 'record',
  fields: types.map((type, i) => ({ name: `f${i}`, type, span: SPAN })),
});

describe('integers', () => {
  it('DIV rounds down and MOD has the sign of the divisor', () => {
    expect([floorDiv(7n, 2n), floorDiv(-7n, 2n), floorDiv(7n, -2n), floorDiv(-7n, -2n)]).toEqual([3n, -4n, -4n, 3n]);
    expect([floorMod(7n, 2n), floorMod(-7n, 2n), floorMod(7n, -2n), floorMod(-7n, -2n)]).toEqual([1n, 1n, -1n, -1n]);
  });

  it('x = y * (x DIV y) + x MOD y, and MOD lies between 0 and y', () => {
    fc.assert(
      fc.property(
        int64,
        int64.filter((y) => y !== 0n),
        (x, y) => {
          const rest = floorMod(x, y);
          expect(y * floorDiv(x, y) + rest).toBe(x);
          expect(y > 0n ? rest >= 0n && rest < y : rest <= 0n && rest > y).toBe(true);
        },
      ),
    );
  });

  it('results outside of 64 bits are overflows', () => {
    expect(foldInteger('+', INTEGER_LAST, 1n)).toBe('overflow');
    expect(foldInteger('DIV', INTEGER_FIRST, -1n)).toBe('overflow');
    expect(foldInteger('*', INTEGER_FIRST, 1n)).toBe(INTEGER_FIRST);
    expect(foldInteger('MOD', 1n, 0n)).toBe('division by zero');
  });
});

describe('floats', () => {
  it('REAL is rounded to single precision after each operation', () => {
    expect(foldFloat('/', 1, 3, REAL)).toBe(Math.fround(1 / 3));
    expect(foldFloat('/', 1, 3, LONGREAL)).toBe(1 / 3);
  });

  it('MOD is x - y * FLOOR(x / y)', () => {
    expect(foldFloat('MOD', -7.5, 2, LONGREAL)).toBe(0.5);
    expect(foldFloat('MOD', 7.5, -2, LONGREAL)).toBe(-0.5);
  });

  it('ROUND goes to the nearest, ties to even', () => {
    expect([0.5, 1.5, 2.5, -0.5, -1.5, 2.4, 2.6, -2.6].map(roundHalfEven)).toEqual([0, 2, 2, 0, -2, 2, 3, -3]);
  });
});

describe('words', () => {
  const word = (op: string, ...args: bigint[]) => foldWord(op, args);

  it('agree with arithmetic modulo 2^64', () => {
    fc.assert(
      fc.property(int64, int64, (x, y) => {
        expect(word('Plus', x, y)).toBe(BigInt.asIntN(64, x + y));
        expect(word('Minus', x, y)).toBe(BigInt.asIntN(64, x - y));
        expect(word('Times', x, y)).toBe(BigInt.asIntN(64, x * y));
        expect(word('Xor', x, y)).toBe(x ^ y);
        expect(word('LT', x, y)).toBe(BigInt.asUintN(64, x) < BigInt.asUintN(64, y) ? 1n : 0n);
      }),
    );
  });

  it('shift and rotate by any count', () => {
    expect(word('Shift', 1n, 63n)).toBe(INTEGER_FIRST);
    expect(word('Shift', 1n, 64n)).toBe(0n);
    expect(word('Shift', -1n, -63n)).toBe(1n);
    expect(word('Shift', -1n, -64n)).toBe(0n);
    expect(word('Rotate', 1n, -1n)).toBe(INTEGER_FIRST);
    expect(word('Rotate', 3n, 65n)).toBe(6n);
    expect(word('Rotate', 3n, 0n)).toBe(3n);
  });

  it('extract and insert fields within the word only', () => {
    expect(word('Extract', 0xabcdn, 4n, 8n)).toBe(0xbcn);
    expect(word('Extract', -1n, 0n, 64n)).toBe(-1n);
    expect(word('Extract', 1n, 60n, 5n)).toBeUndefined();
    expect(word('Insert', 0n, -1n, 60n, 4n)).toBe(BigInt.asIntN(64, 0xf000_0000_0000_0000n));
    expect(word('Insert', 0n, -1n, -1n, 4n)).toBeUndefined();
    expect(word('LeftShift', 1n, 64n)).toBeUndefined();
    expect(word('Divide', 1n, 0n)).toBeUndefined();
  });

  it('every operation of the table is folded', () => {
    for (const [name, { arity }] of WORD_OPERATIONS)
      expect(foldWord(name, [5n, 3n, 1n, 1n].slice(0, arity)), name).toBeTypeOf('bigint');
  });
});

describe('literals', () => {
  it('integers in any base', () => {
    expect(integerLiteral('9223372036854775807')).toEqual({
      type: INTEGER,
      value: { kind: 'int', value: INTEGER_LAST },
    });
    expect(integerLiteral('16_ffffffffffffffff')).toMatchObject({ value: { value: -1n } });
    expect(integerLiteral('2_101L')).toMatchObject({ type: { name: 'LONGINT' }, value: { value: 5n } });
    expect(integerLiteral('1_0')).toHaveProperty('problem');
    expect(integerLiteral('8_9')).toHaveProperty('problem');
  });

  it('reals by their exponent letter', () => {
    expect(realLiteral('0.1')).toEqual({ type: REAL, value: { kind: 'real', value: Math.fround(0.1) } });
    expect(realLiteral('1.5d2')).toEqual({ type: LONGREAL, value: { kind: 'real', value: 150 } });
    expect(realLiteral('1.0x-1')).toMatchObject({ type: { name: 'EXTENDED' }, value: { value: 0.1 } });
    expect(realLiteral('1.0D400')).toHaveProperty('problem');
  });

  it('characters and texts', () => {
    expect(charLiteral("'\\n'")).toEqual({ type: CHAR, value: { kind: 'int', value: 10n } });
    expect(charLiteral("W'\\x1234'")).toEqual({ type: WIDECHAR, value: { kind: 'int', value: 0x1234n } });
    expect(charLiteral("''")).toHaveProperty('problem');
    expect(charLiteral("'ab'")).toHaveProperty('problem');
    expect(textLiteral('"a\\"b"')).toEqual({ type: TEXT, value: { kind: 'text', value: 'a"b' } });
    expect(textLiteral('W"a"')).toEqual({ type: TEXT, value: { kind: 'text', value: 'a', wide: true } });
  });
});

describe('sets', () => {
  const subsets = fc.uniqueArray(fc.bigInt({ min: 0n, max: 20n })).map((xs) => xs.sort((a, b) => Number(a - b)));

  it('operators follow membership', () => {
    fc.assert(
      fc.property(subsets, subsets, (a, b) => {
        for (let e = 0n; e <= 20n; e++) {
          const [x, y] = [a.includes(e), b.includes(e)];
          expect(foldSet('+', a, b).includes(e)).toBe(x || y);
          expect(foldSet('-', a, b).includes(e)).toBe(x && !y);
          expect(foldSet('*', a, b).includes(e)).toBe(x && y);
          expect(foldSet('/', a, b).includes(e)).toBe(x !== y);
        }
      }),
    );
  });

  it('relations are inclusion', () => {
    const set = (...elements: bigint[]) => ({ kind: 'set', elements }) as const;
    expect(compareConst('<=', set(1n), set(1n, 2n))).toBe(true);
    expect(compareConst('<', set(1n, 2n), set(1n, 2n))).toBe(false);
    expect(compareConst('>', set(1n, 2n), set(1n))).toBe(true);
    expect(compareConst('>=', set(1n), set(2n))).toBe(false);
    expect(compareConst('=', set(1n), set(1n))).toBe(true);
  });
});

describe('comparison of constants', () => {
  it('of floats is numeric', () => {
    const real = (value: number) => ({ kind: 'real', value }) as const;
    expect(compareConst('=', real(0), real(-0))).toBe(true);
    expect(compareConst('=', real(Number.NaN), real(Number.NaN))).toBe(false);
    expect(compareConst('#', real(Number.NaN), real(1))).toBe(true);
  });

  it('of texts is left to run time, for they are references', () => {
    const text = { kind: 'text', value: 'a' } as const;
    expect(compareConst('=', text, text)).toBeUndefined();
    expect(compareConst('=', { kind: 'record', fields: [text] }, { kind: 'record', fields: [text] })).toBeUndefined();
  });
});

describe('sizes', () => {
  it('of ordinals are the smallest that hold them', () => {
    const enumeration = (size: number): EnumType => ({ kind: 'enum', elements: [], size });
    expect(
      [enumeration(256), enumeration(257), subrange(-128n, 127n), subrange(-1n, 255n), subrange(0n, 2n ** 32n)].map(
        byteSize,
      ),
    ).toEqual([1n, 2n, 1n, 2n, 8n]);
    expect([BOOLEAN, CHAR, WIDECHAR, INTEGER, REAL, LONGREAL, TEXT].map(byteSize)).toEqual([
      1n,
      1n,
      4n,
      8n,
      4n,
      8n,
      4n,
    ]);
  });

  it('of sets are a byte or whole words', () => {
    const set = (count: bigint): SetType => ({ kind: 'set', element: subrange(1n, count) });
    expect([set(8n), set(9n), set(64n), set(65n)].map(byteSize)).toEqual([1n, 8n, 8n, 16n]);
  });

  it('of records follow alignment and packing', () => {
    const nibble: Type = { kind: 'packed', bits: 4, base: subrange(0n, 15n) };
    expect(byteSize(record(CHAR, INTEGER))).toBe(16n);
    expect(byteSize(record(nibble, nibble))).toBe(1n);
    expect(byteSize(record(nibble, CHAR, nibble))).toBe(3n);
    expect(sizeOf(nibble)?.bits).toBe(4n);
    expect(byteSize({ kind: 'array', index: subrange(1n, 3n), element: nibble })).toBe(2n);
    expect(byteSize({ kind: 'openarray', element: CHAR })).toBeUndefined();
  });
});
