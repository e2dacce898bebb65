/**
 * Numbers to texts and back, against JavaScript's own for LONGREAL and against whole-number arithmetic for REAL: the program is told the bits of each number and
 * shows what Fmt and Scan make of them.
 */
import { Random, shows } from './support.ts';

const view = new DataView(new ArrayBuffer(8));

/** Half of the bit patterns at random, half of them near what is special: few digits, powers of two and ten, ends of the range. */
export function someBits(random: Random, bits: 32 | 64): bigint {
  const word = (): bigint => BigInt(random.below(2 ** 16));
  const any = (word() << 48n) | (word() << 32n) | (word() << 16n) | word();
  const pattern = (x: number): bigint => {
    if (bits === 32) {
      view.setFloat32(0, x);
      return BigInt(view.getUint32(0));
    }
    view.setFloat64(0, x);
    return view.getBigUint64(0);
  };
  switch (random.below(6)) {
    case 0:
      return pattern((random.below(2_000_000) - 1_000_000) / 10 ** random.below(8));
    case 1:
      return (
        pattern(2 ** (random.below(bits === 32 ? 277 : 2099) - (bits === 32 ? 149 : 1074))) + BigInt(random.below(3))
      );
    case 2:
      return pattern(random.below(10) * 10 ** (random.below(bits === 32 ? 84 : 640) - (bits === 32 ? 46 : 330)));
    default:
      return BigInt.asUintN(bits, any);
  }
}

/** num / den as the nearest float with so many bits of significand, ties to even. Both are positive. */
function nearest(num: bigint, den: bigint, significand: number, minExponent: number): number {
  let e = num.toString(2).length - den.toString(2).length - significand;
  const scaled = (exponent: number): [bigint, bigint] =>
    exponent >= 0 ? [num, den << BigInt(exponent)] : [num << BigInt(-exponent), den];
  for (;;) {
    e = Math.max(e, minExponent);
    const [n, d] = scaled(e);
    let q = n / d;
    const rest = 2n * (n % d);
    if (rest > d || (rest === d && (q & 1n) === 1n)) q += 1n;
    if (q < 1n << BigInt(significand) || (q === 1n << BigInt(significand) && n / d < q)) return Number(q) * 2 ** e;
    e++;
  }
}

export function nearestReal(digits: bigint, power: number): number {
  if (digits === 0n) return 0;
  const x =
    power >= 0
      ? nearest(digits * 10n ** BigInt(power), 1n, 24, -149)
      : nearest(digits, 10n ** BigInt(-power), 24, -149);
  return x >= 2 ** 128 ? Number.POSITIVE_INFINITY : x;
}

/** The fewest digits that give the float32 again, of those the nearest, as `toExponential` writes them. */
function shortestReal(x: number): string {
  for (let n = 1; n <= 9; n++) {
    const [mantissa, exponent] = x.toExponential(n - 1).split('e') as [string, string];
    const digits = BigInt(mantissa.replace('.', ''));
    const power = Number(exponent) - (n - 1);
    const fitting = [digits, digits - 1n, digits + 1n].filter((d) => nearestReal(d, power) === x);
    // The first one is the nearest of all; of the others at most one fits.
    if (fitting.length > 0) return normal(fitting[0]!, power);
  }
  throw new Error(`nine digits do not tell ${x}`);
}

function normal(digits: bigint, power: number): string {
  const all = digits.toString();
  const short = all.replace(/0+$/, '');
  return `${short.length > 1 ? `${short[0]}.${short.slice(1)}` : short}e${power + all.length - 1}`;
}

const PROGRAM = {
  imports: 'IEEE, Rd, Scan, Stdio, Word',
  declarations: `
PROCEDURE Hex(w: Word.T): TEXT = BEGIN RETURN Fmt.Unsigned(w, 16) END Hex;
PROCEDURE OneReal(x: REAL) =
  BEGIN
    Line(Fmt.Real(x, Fmt.Style.Sci) & " " & Hex(IEEE.BitsOfReal(Scan.Real(Fmt.Real(x)))) & " " &
         Hex(IEEE.BitsOfReal(Scan.Real(Fmt.Real(x, Fmt.Style.Fix, 60)))));
  END OneReal;
PROCEDURE OneLong(x: LONGREAL) =
  BEGIN
    Line(Fmt.LongReal(x, Fmt.Style.Sci) & " " & Hex(IEEE.BitsOfLongReal(Scan.LongReal(Fmt.LongReal(x)))) & " " &
         Hex(IEEE.BitsOfLongReal(Scan.LongReal(Fmt.LongReal(x, Fmt.Style.Fix, 360)))));
  END OneLong;
VAR t: TEXT;`,
  body: `
    LOOP
      TRY t := Rd.GetLine(Stdio.stdin) EXCEPT Rd.EndOfFile => EXIT END;
      IF Text.GetChar(t, 0) = 'r' THEN OneReal(IEEE.RealOfBits(Scan.Unsigned(Text.Sub(t, 1))))
      ELSIF Text.GetChar(t, 0) = 'l' THEN OneLong(IEEE.LongRealOfBits(Scan.Unsigned(Text.Sub(t, 1))))
      ELSIF Text.GetChar(t, 0) = 'R' THEN Line(Hex(IEEE.BitsOfReal(Scan.Real(Text.Sub(t, 1)))))
      ELSE Line(Hex(IEEE.BitsOfLongReal(Scan.LongReal(Text.Sub(t, 1)))))
      END
    END;`,
};

const hexOf = (x: number, bits: 32 | 64): string => {
  if (bits === 32) {
    view.setFloat32(0, x);
    return view.getUint32(0).toString(16);
  }
  view.setFloat64(0, x);
  return view.getBigUint64(0).toString(16);
};

/** What a line of the program should be for the number with these bits; undefined for NaN and infinities. */
function expected(pattern: bigint, bits: 32 | 64): string | undefined {
  if (bits === 32) view.setUint32(0, Number(pattern));
  else view.setBigUint64(0, pattern);
  const x = bits === 32 ? view.getFloat32(0) : view.getFloat64(0);
  if (!Number.isFinite(x)) return undefined;
  const size = Math.abs(x);
  const digits = size === 0 ? '0e0' : bits === 64 ? size.toExponential().replace('+', '') : shortestReal(size);
  return `${x < 0 || Object.is(x, -0) ? '-' : ''}${digits} ${pattern.toString(16)} ${pattern.toString(16)}`;
}

/** A decimal number with up to 40 digits, often just about halfway between two floats. */
function someDecimal(random: Random, bits: 32 | 64): { text: string; digits: bigint; power: number } {
  if (random.below(2) === 0) {
    const length = 1 + random.below(40);
    const text = Array.from({ length }, () => String(random.below(10))).join('');
    const power = random.below(bits === 32 ? 110 : 720) - (bits === 32 ? 60 : 380) - length;
    return { text: `${text}e${power}`, digits: BigInt(text), power };
  }
  // The middle between a float and the next, exactly, and perhaps a digit more.
  const pattern = someBits(random, bits) & ((1n << BigInt(bits - 1)) - 1n);
  const [fraction, bias] = bits === 32 ? [23n, 150] : [52n, 1075];
  const exponent = Number(pattern >> fraction);
  const significand = (pattern & ((1n << fraction) - 1n)) | (exponent === 0 ? 0n : 1n << fraction);
  const scale = Math.max(exponent, 1) - bias - 1;
  let digits = scale >= 0 ? (2n * significand + 1n) << BigInt(scale) : (2n * significand + 1n) * 5n ** BigInt(-scale);
  let power = Math.min(scale, 0);
  const nudge = random.below(3) - 1;
  if (nudge !== 0) {
    digits = digits * 10n + BigInt(nudge);
    power--;
  }
  return { text: `${digits}e${power}`, digits, power };
}

/** Shows the first number that goes wrong, as text; undefined when none does. */
export async function floatsDiffer(seed: number, count: number): Promise<string | undefined> {
  const random = new Random(seed);
  const lines: string[] = [];
  const wanted: string[] = [];
  while (lines.length < count) {
    const bits = random.below(2) === 0 ? 32 : 64;
    const letter = bits === 32 ? 'r' : 'l';
    if (random.below(3) > 0) {
      const pattern = someBits(random, bits);
      const line = expected(pattern, bits);
      if (line === undefined) continue;
      lines.push(`${letter}${pattern.toString(16)}`);
      wanted.push(line);
    } else {
      const { text, digits, power } = someDecimal(random, bits);
      lines.push(`${letter.toUpperCase()}${text}`);
      wanted.push(hexOf(bits === 32 ? nearestReal(digits, power) : Number(text), bits));
    }
  }
  const shown = (await shows({ ...PROGRAM, imports: `${PROGRAM.imports}, Text` }, `${lines.join('\n')}\n`)).split('\n');
  for (let i = 0; i < lines.length; i++) {
    const line = compact(shown[i] ?? '');
    if (line !== wanted[i]) return `seed ${seed}: ${lines[i]} gives "${line}" and not "${wanted[i]}"`;
  }
  return undefined;
}

/** " 1.5000e+05 x y" as "1.5e5 x y". */
function compact(line: string): string {
  const match = /^([ -])(\d)\.(\d*?)0*(?:e([+-])0*(\d+)| *)? +(\S+) (\S+)$/.exec(line);
  if (!match) return line;
  const [, sign, first, rest, esign, exponent, a, b] = match;
  const e = exponent === undefined ? '0' : `${esign === '-' ? '-' : ''}${exponent}`;
  return `${sign!.trim()}${first}${rest ? `.${rest}` : ''}e${e} ${a} ${b}`;
}
