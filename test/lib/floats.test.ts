/** Fmt and Scan of floating-point numbers; `npm run test:floats` does the same with a million. */
import { describe, expect, it } from 'vitest';
import { nearestFloat32 } from '../../src/kernel/natives/nearest.ts';
import { floatsDiffer } from './floats.ts';
import { shows } from './support.ts';

describe('floating-point numbers', () => {
  it('are written with the fewest digits that give them again, and read exactly', { timeout: 60_000 }, async () => {
    expect(await floatsDiffer(1995, 6000)).toBeUndefined();
  });

  it('of 32 bits are rounded once', () => {
    // Just above the middle of two, nearer than a float64 can tell: rounding twice goes down to the even one.
    expect(nearestFloat32('1.00000017881393432617187499')).toBe(Math.fround(1.0000001192092896));
    expect(nearestFloat32('1.00000017881393432617187500')).toBe(Math.fround(1.000000238418579));
    expect(nearestFloat32('3.4028235677973367e38')).toBe(Number.POSITIVE_INFINITY);
    expect(nearestFloat32('3.4028235677973362e38')).toBe(2 ** 128 - 2 ** 104);
    expect(nearestFloat32('7.0064923216240853546186479164495e-46')).toBe(0);
    expect(nearestFloat32('7.0064923216240853546186479164497e-46')).toBe(2 ** -149);
  });

  it('know their bits', async () => {
    const shown = await shows({
      imports: 'RealFloat, LongFloat, FloatMode',
      declarations: `
        TYPE C = LongFloat.IEEEClass;
        PROCEDURE Class(x: LONGREAL) = BEGIN Number(ORD(LongFloat.Class(x))) END Class;
        VAR inf := LAST(LONGREAL); d: LongFloat.DecimalApprox; r: RealFloat.DecimalApprox;`,
      body: `
        Class(inf - inf); Class(inf); Class(1.0d0); Class(4.0d-320); Class(-0.0d0);
        Line(Fmt.LongReal(LongFloat.Scalb(3.0d0, -4)) & " " & Fmt.LongReal(LongFloat.Logb(0.1d0)) & " " & Fmt.Int(LongFloat.ILogb(4.0d-320)));
        Line(Fmt.LongReal(LongFloat.NextAfter(1.0d0, 2.0d0)) & " " & Fmt.LongReal(LongFloat.NextAfter(0.0d0, -1.0d0)) & " " & Fmt.Real(RealFloat.NextAfter(1.0, 0.0)));
        Say(LongFloat.Unordered(inf - inf, 1.0d0)); Say(LongFloat.Differs(inf - inf, 1.0d0)); Say(LongFloat.Finite(inf));
        Number(LongFloat.Sign(-0.0d0)); Line(Fmt.LongReal(LongFloat.CopySign(2.0d0, -0.0d0)));
        d := LongFloat.ToDecimal(0.1d0); Number(d.len); Number(d.digits[0]); Number(d.exp); Number(d.errorSign);
        d := LongFloat.ToDecimal(1.0d23); Number(d.len); Number(d.exp); Number(d.errorSign);
        r := RealFloat.ToDecimal(0.3); Number(r.len); Number(r.digits[0]); Number(r.exp); Number(r.errorSign);
        r := RealFloat.ToDecimal(-0.5); Number(r.sign); Number(r.errorSign);
        Line(Fmt.LongReal(LongFloat.FromDecimal(1, ARRAY OF [0..9]{1, 2, 5}, 1)));
        EVAL FloatMode.SetFlags(FloatMode.NoFlags);
        Line(Fmt.Real(RealFloat.FromDecimal(0, ARRAY OF [0..9]{9}, 300)));
        Say(FloatMode.Flag.Overflow IN FloatMode.GetFlags());
        FloatMode.SetBehavior(FloatMode.Flag.Invalid, FloatMode.Behavior.Trap);
        TRY EVAL LongFloat.Sqrt(-1.0d0) EXCEPT FloatMode.Trap(f) => Number(ORD(f)) END;
        TRY FloatMode.SetRounding(FloatMode.RoundingMode.TowardZero) EXCEPT FloatMode.Failure => Line("no") END;`,
    });
    expect(shown.split('\n')).toEqual([
      ...['1', '2', '3', '4', '5'],
      '0.1875 -4 -1062',
      '1.0000000000000002 -5e-324 0.99999994',
      ...['TRUE', 'FALSE', 'FALSE', '1', '-2'],
      ...['1', '1', '-1', '1', '1', '23', '-1', '1', '3', '-1', '1', '1', '0'],
      ...['-12.5', 'Infinity', 'TRUE', '0', 'no', ''],
    ]);
  });
});
