import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ByteReader, ByteWriter, Malformed } from '../../src/bytecode/leb.ts';

const written = (write: (w: ByteWriter) => void): Uint8Array => {
  const w = new ByteWriter();
  write(w);
  return w.finish();
};
const reader = (...bytes: number[]) => new ByteReader(Uint8Array.from(bytes));
const codeOf = (f: () => unknown): string | undefined => {
  try {
    f();
  } catch (e) {
    if (e instanceof Malformed) return e.code;
    throw e;
  }
  return undefined;
};

describe('unsigned integers', () => {
  test('come back as written', () => {
    fc.assert(
      fc.property(fc.nat({ max: 0xffff_ffff }), (value) => {
        const input = new ByteReader(written((w) => w.unsigned(value)));
        expect(input.unsigned()).toBe(value);
        expect(input.remaining).toBe(0);
      }),
    );
  });
  test('have the well-known encoding', () =>
    expect([...written((w) => w.unsigned(624485))]).toEqual([0xe5, 0x8e, 0x26]));
  test('of more than 32 bits are refused', () => {
    expect(codeOf(() => reader(0xff, 0xff, 0xff, 0xff, 0x1f).unsigned())).toBe('B1101');
    expect(codeOf(() => reader(0x80, 0x80, 0x80, 0x80, 0x80, 0x01).unsigned())).toBe('B1101');
  });
  test('in a longer form are refused', () => expect(codeOf(() => reader(0x80, 0x00).unsigned())).toBe('B1102'));
  test('cut off are refused', () => expect(codeOf(() => reader(0x80).unsigned())).toBe('B1002'));
  test.each([-1, 1.5, 2 ** 32])('%d cannot be written', (value) =>
    expect(() => new ByteWriter().unsigned(value)).toThrow(RangeError));
});

describe('signed integers', () => {
  test('come back as written', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }), (value) => {
        const input = new ByteReader(written((w) => w.signed64(value)));
        expect(input.signed64()).toBe(value);
        expect(input.remaining).toBe(0);
      }),
    );
  });
  test.each([
    0n,
    63n,
    64n,
    -64n,
    -65n,
    2n ** 62n,
    -(2n ** 62n),
    2n ** 63n - 1n,
    -(2n ** 63n),
  ])('%d comes back', (value) => {
    expect(new ByteReader(written((w) => w.signed64(value))).signed64()).toBe(value);
  });
  test('have the well-known encoding', () =>
    expect([...written((w) => w.signed64(-123456n))]).toEqual([0xc0, 0xbb, 0x78]));
  test('of more than 64 bits are refused', () => {
    expect(codeOf(() => reader(...Array(9).fill(0x80), 0x01).signed64())).toBe('B1101');
    expect(codeOf(() => reader(...Array(10).fill(0x80), 0x00).signed64())).toBe('B1101');
  });
  test('in a longer form are refused', () => {
    expect(codeOf(() => reader(0x80, 0x00).signed64())).toBe('B1102');
    expect(codeOf(() => reader(0xff, 0x7f).signed64())).toBe('B1102');
  });
});

describe('any bytes', () => {
  test('that are an integer are its one encoding', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 11 }), (bytes) => {
        const input = new ByteReader(bytes);
        if (codeOf(() => input.signed64()) !== undefined) return;
        const used = bytes.subarray(0, input.position);
        expect([...written((w) => w.signed64(new ByteReader(used).signed64()))]).toEqual([...used]);
      }),
    );
  });
});

describe('floats', () => {
  test.each([0, -0, 1.5, -1e300, Number.POSITIVE_INFINITY, Number.NaN])('%d comes back', (value) => {
    expect(new ByteReader(written((w) => w.float64(value))).float64()).toBe(value);
    expect(new ByteReader(written((w) => w.float32(Math.fround(value)))).float32()).toBe(Math.fround(value));
  });
  test('a NaN with a payload is refused', () => {
    expect(codeOf(() => reader(1, 0, 0xc0, 0x7f).float32())).toBe('B1104');
    expect(codeOf(() => reader(0, 0, 0, 0, 0, 0, 0xf8, 0xff).float64())).toBe('B1104');
  });
});
