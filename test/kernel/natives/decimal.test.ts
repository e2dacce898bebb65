import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatFloat } from '../../../src/kernel/natives/decimal.ts';

const real = (x: number, style: 'sci' | 'fix' | 'auto', prec: number, literal = false) =>
  formatFloat(Math.fround(x), 'real', style, prec, literal);
const long = (x: number, style: 'sci' | 'fix' | 'auto', prec: number, literal = false) =>
  formatFloat(x, 'longreal', style, prec, literal);

describe('numbers in decimal', () => {
  it('Auto chooses between scientific and fixed point by the rounded exponent', () => {
    expect(real(1.287e6, 'auto', 2)).toBe('1.29e6');
    expect(real(1.297e6, 'auto', 2)).toBe('1.3e6');
    expect(real(1.297e5, 'auto', 2)).toBe('130000');
    expect(real(1.297e-5, 'auto', 2)).toBe('0.000013');
    expect(real(1.297e-6, 'auto', 2)).toBe('1.3e-6');
    expect(real(9.997e5, 'auto', 2)).toBe('1e6');
    expect(real(9.997e-6, 'auto', 2)).toBe('0.00001');
    expect(real(0, 'auto', 8)).toBe('0');
    expect(real(-0, 'auto', 8)).toBe('-0');
    expect(real(0.1, 'auto', 8)).toBe('0.1');
    expect(long(0.1, 'auto', 16)).toBe('0.1');
    expect(long(100, 'auto', 16)).toBe('100');
    expect(long(-12.5, 'auto', 16)).toBe('-12.5');
  });

  it('Fix has as many digits after the point as asked for', () => {
    expect(long(2.71492, 'fix', 2)).toBe('2.71');
    expect(long(2.5, 'fix', 0)).toBe('2');
    expect(long(3.5, 'fix', 0)).toBe('4');
    expect(long(0.5, 'fix', 0)).toBe('0');
    expect(long(0.96, 'fix', 1)).toBe('1.0');
    expect(long(0.004, 'fix', 2)).toBe('0.00');
    expect(long(0.006, 'fix', 2)).toBe('0.01');
    expect(long(0, 'fix', 2)).toBe('0.00');
    expect(long(1e20, 'fix', 1)).toBe('100000000000000000000.0');
    expect(long(-0.06, 'fix', 1)).toBe('-0.1');
    expect(long(123.456, 'fix', 5)).toBe('123.45600');
  });

  it('Sci gives results of one width', () => {
    expect(long(1234.5, 'sci', 3)).toBe(' 1.234e+003');
    expect(real(-0.00125, 'sci', 1)).toBe('-1.2e-03');
    expect(real(0, 'sci', 2)).toBe(' 0.00    ');
    expect(real(9.99, 'sci', 0)).toBe(' 1e+01');
    expect(real(Number.POSITIVE_INFINITY, 'sci', 6)).toBe(' Infinity    ');
    expect(real(Number.POSITIVE_INFINITY, 'sci', 0)).toBe(' Inf  ');
    expect(real(Number.NaN, 'auto', 8)).toBe('NaN');
    expect(real(Number.NEGATIVE_INFINITY, 'fix', 8)).toBe('-Infinity');
  });

  it('literals are ones of their type', () => {
    expect(real(1, 'auto', 8, true)).toBe('1.0');
    expect(long(1, 'auto', 16, true)).toBe('1.0d0');
    expect(long(1e100, 'auto', 16, true)).toBe('1.0d100');
    expect(formatFloat(2.5, 'extended', 'fix', 1, true)).toBe('2.5x0');
    expect(real(0, 'sci', 1, true)).toBe(' 0.0e+00');
    expect(long(Number.POSITIVE_INFINITY, 'auto', 16, true)).toBe('1.0d0/0.0d0');
    expect(real(Number.NaN, 'auto', 8, true)).toBe('0.0/0.0');
  });

  it('the default precision tells any two numbers apart', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (x) =>
        Object.is(Number(long(x, 'auto', 16)), x),
      ),
    );
    fc.assert(
      fc.property(fc.float({ noNaN: true, noDefaultInfinity: true }), (x) =>
        Object.is(Math.fround(Number(real(x, 'auto', 8))), x),
      ),
    );
  });

  it('Fix rounds as exact arithmetic does', () => {
    fc.assert(
      fc.property(fc.integer({ min: -(10 ** 9), max: 10 ** 9 }), fc.integer({ min: 0, max: 4 }), (n, prec) => {
        const x = n / 1000;
        const scaled = BigInt(n) * 10n ** BigInt(prec);
        const magnitude = scaled < 0n ? -scaled : scaled;
        let q = magnitude / 1000n;
        const r = magnitude % 1000n;
        if (r > 500n || (r === 500n && q % 2n === 1n)) q++;
        const digits = q.toString().padStart(prec + 1, '0');
        const whole = digits.slice(0, digits.length - prec);
        const expected = prec === 0 ? whole : `${whole}.${digits.slice(-prec)}`;
        return long(x, 'fix', prec) === (x < 0 ? `-${expected}` : expected);
      }),
    );
  });
});
