/** Fmt's fixed and scientific forms with few digits: the shortest digits of a number, rounded, a tie to the even digit; against whole-number arithmetic. */
import { expect, it } from 'vitest';
import { Random, shows } from './support.ts';

/** d / 10^places, rounded */
function rounded(d: bigint, places: number): bigint {
  if (places <= 0) return d * 10n ** BigInt(-places);
  const unit = 10n ** BigInt(places);
  const [quotient, rest] = [d / unit, (d % unit) * 2n];
  return rest > unit || (rest === unit && quotient % 2n === 1n) ? quotient + 1n : quotient;
}

function expected(x: number): string {
  const [, first, others = '', exponentText] = /^(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(Math.abs(x).toExponential())!;
  const digits = BigInt(first + others);
  const exponent = Number(exponentText);
  const fixed = rounded(digits, others.length - exponent - 3)
    .toString()
    .padStart(4, '0');
  const all = rounded(digits, others.length - 4).toString();
  const shift = exponent + all.length - 5;
  const scientific = `${all[0]}.${all.slice(1, 5)}e${shift < 0 ? '-' : '+'}${String(Math.abs(shift)).padStart(3, '0')}`;
  return `${x < 0 ? '-' : ''}${fixed.slice(0, -3)}.${fixed.slice(-3)} ${x < 0 ? '-' : ' '}${scientific}`;
}

it('rounds the shortest digits', async () => {
  const random = new Random(9);
  const numbers = Array.from({ length: 3000 }, () => {
    const digits = random.below(10 ** (1 + random.below(9))) * 10 + 5;
    return Number(`${random.pick(['', '-'])}${digits}e${random.below(24) - 14}`);
  });
  const shown = await shows(
    {
      imports: 'Rd, Scan, Stdio',
      declarations: 'VAR t: TEXT;',
      body: `
LOOP
  TRY t := Rd.GetLine(Stdio.stdin) EXCEPT Rd.EndOfFile => EXIT END;
  WITH x = Scan.LongReal(t) DO Line(Fmt.LongReal(x, Fmt.Style.Fix, 3) & " " & Fmt.LongReal(x, Fmt.Style.Sci, 4)) END;
END;`,
    },
    `${numbers.join('\n')}\n`,
  );
  expect(shown.trimEnd().split('\n')).toEqual(numbers.map(expected));
});
