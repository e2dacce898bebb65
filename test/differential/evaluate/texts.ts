/** Procedures of interface Text. A text is a string here; its characters are code points. */
import { bit, fault, type Value } from './values.ts';

const characters = (t: string): number[] => Array.from(t, (c) => c.codePointAt(0)!);

export function text(f: string, args: readonly Value[]): Value {
  if (f === 'FromChar' || f === 'FromWideChar') return String.fromCodePoint(Number(args[0]));
  const t = args[0] as string;
  const codes = characters(t);
  switch (f) {
    case 'Length':
      return BigInt(codes.length);
    case 'Equal':
      return bit(t === args[1]);
    case 'HasWideChars':
      return bit(codes.some((c) => c > 255));
    case 'Cat':
      return t + (args[1] as string);
    case 'Compare': {
      const other = characters(args[1] as string);
      const at = codes.findIndex((c, i) => c !== other[i]);
      if (at < 0) return codes.length < other.length ? -1n : 0n;
      return at >= other.length || codes[at]! > other[at]! ? 1n : -1n;
    }
    case 'Sub': {
      const [start, length] = [Number(args[1]), Number(args[2])];
      return String.fromCodePoint(...codes.slice(start, start + length));
    }
    case 'GetChar': {
      const c = codes[Number(args[1])] ?? fault('SubscriptOutOfRange');
      return c > 255 ? fault('ValueOutOfRange') : BigInt(c);
    }
    case 'GetWideChar':
      return BigInt(codes[Number(args[1])] ?? fault('SubscriptOutOfRange'));
    case 'FindChar':
    case 'FindWideChar': {
      const [c, start] = [Number(args[1]), Number(args[2])];
      return BigInt(codes.findIndex((d, i) => i >= start && d === c));
    }
    default: {
      const [c, start] = [Number(args[1]), Number(args[2])];
      return BigInt(codes.findLastIndex((d, i) => i <= start && d === c));
    }
  }
}
