/**
 * The floating-point number that is nearest to a decimal one. Pure functions on numbers and strings.
 */

/** Digits, perhaps with a point, and perhaps an exponent. */
export const DECIMAL = /^(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/;
const view = new DataView(new ArrayBuffer(8));

/** The float32 nearest to the decimal number. Rounding the nearest float64 once more errs where that lies just halfway between two. */
export function nearestFloat32(decimal: string): number {
  const double = Number(decimal);
  const float = Math.fround(double);
  if (!Number.isFinite(double) || double === float) return correctedTie(decimal, double, float);
  view.setFloat64(0, double);
  // Below the 23 bits of a normal float's fraction a half is 2^28; what is denormalised, or too large, is compared exactly as well.
  const halfway = (view.getUint32(4) & 0x1fff_ffff) === 0x1000_0000;
  const small = Math.abs(double) < 2 ** -126;
  return halfway || small ? correctedTie(decimal, double, float) : float;
}

/** Chooses among the neighbours of `float` by comparing the decimal with the middle between two, as whole numbers. */
function correctedTie(decimal: string, double: number, float: number): number {
  if (double === 0 || !Number.isFinite(double)) return float;
  const candidates = [nextFloat32(float, -1), float, nextFloat32(float, 1)];
  for (let i = 0; i < 2; i++) {
    const [low, high] = [candidates[i]!, candidates[i + 1]!];
    // As if there were a next one: half of the way to it is where infinity begins.
    const middle = Number.isFinite(high) ? (low + high) / 2 : low + 2 ** 103;
    const order = compareDecimal(decimal, middle);
    if (order < 0 || (order === 0 && isEven(low))) return low;
  }
  return candidates[2]!;
}

function nextFloat32(x: number, direction: 1 | -1): number {
  if (x === 0 && direction < 0) return 0;
  if (!Number.isFinite(x)) return direction > 0 ? x : 2 ** 128 - 2 ** 104;
  view.setFloat32(0, x);
  view.setUint32(0, view.getUint32(0) + direction);
  return view.getFloat32(0);
}

function isEven(x: number): boolean {
  view.setFloat32(0, x);
  return (view.getUint32(0) & 1) === 0;
}

/** The sign of decimal - x, for numbers that are not negative. */
function compareDecimal(decimal: string, x: number): number {
  const [, mantissa, exponent = 'e0'] = DECIMAL.exec(decimal)!;
  const [whole, fraction = ''] = mantissa!.split('.');
  let left = BigInt(`${whole}${fraction}`);
  let right = 1n;
  // Far beyond any float the exponent no longer matters for the order.
  const power = Math.max(-2000, Math.min(2000, Number(exponent.slice(1)))) - fraction.length;
  if (power > 0) left *= 10n ** BigInt(power);
  else right *= 10n ** BigInt(-power);
  view.setFloat64(0, x);
  const bits = view.getBigUint64(0);
  const biased = Number(bits >> 52n);
  const significand = (bits & (2n ** 52n - 1n)) | (biased === 0 ? 0n : 2n ** 52n);
  const scale = Math.max(biased, 1) - 1075;
  let other = significand * right;
  if (scale > 0) other <<= BigInt(scale);
  else left <<= BigInt(-scale);
  return left < other ? -1 : left > other ? 1 : 0;
}
