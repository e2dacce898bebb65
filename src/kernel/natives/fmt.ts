/** Interface Fmt. */
import type { Kernel } from '../kernel.ts';
import { type FloatKind, formatFloat, type Style } from './decimal.ts';
import { FMT_PATHS } from './fmt-paths.ts';
import { fast, fault, type NativeTable, newText, plain, readText } from './native.ts';
import { TEXT_PATHS } from './text-paths.ts';

const STYLES: readonly Style[] = ['sci', 'fix', 'auto'];

function float(kind: FloatKind) {
  return plain((k, x, style, prec, literal) => {
    const precision = prec > 0xffff_ffffn ? 0xffff_ffff : Number(prec);
    return newText(k, formatFloat(x, kind, STYLES[Number(style)]!, precision, literal !== 0));
  });
}

const integer = fast(FMT_PATHS.Int, (k, n, base) => newText(k, n.toString(Number(base))));
const natural = fast(FMT_PATHS.Unsigned, (k, n, base) => newText(k, BigInt.asUintN(64, n).toString(Number(base))));

function pad(k: Kernel, text: string, length: bigint, fill: string, left: boolean): string {
  if (length <= BigInt(text.length)) return text;
  if (length > 0x1000_0000n) throw fault(k, 'ValueOutOfRange', `a text cannot be padded to ${length} characters`);
  return left ? text.padEnd(Number(length), fill) : text.padStart(Number(length), fill);
}

/** A specifier: %[-][0]digits s. Anything else that begins with a percent sign stands for itself. */
const SPECIFIER = /%(-?)([0-9]*)s/g;

function format(k: Kernel, template: string, texts: readonly string[]): number {
  let used = 0;
  const result = template.replace(SPECIFIER, (_, minus: string, digits: string) => {
    const text = texts[used++];
    if (text === undefined) return '';
    return pad(k, text, BigInt(digits || '0'), digits.startsWith('0') ? '0' : ' ', minus !== '');
  });
  if (used === texts.length) return newText(k, result);
  throw fault(k, 'ValueOutOfRange', `the format has ${used} specifiers for ${texts.length} texts`);
}

export const FMT_NATIVES: NativeTable = {
  'Fmt.Bool': plain((k, b) => newText(k, b ? 'TRUE' : 'FALSE')),
  'Fmt.Char': fast(TEXT_PATHS.FromChar, (k, c) => newText(k, String.fromCharCode(Number(c)))),
  'Fmt.Int': integer,
  'Fmt.LongInt': integer,
  'Fmt.Unsigned': natural,
  'Fmt.LongUnsigned': natural,
  'Fmt.Real': float('real'),
  'Fmt.LongReal': float('longreal'),
  'Fmt.Extended': float('extended'),
  'Fmt.Pad': fast(FMT_PATHS.Pad, (k, text, length, fill, align) => {
    const padded = pad(k, readText(k, text), length, String.fromCharCode(Number(fill)), align === 0n);
    return padded.length === k.access.textLength(text) ? text : newText(k, padded);
  }),
  'Fmt.F': plain((k, fmt, ...refs: number[]) => {
    const template = readText(k, fmt);
    const given = refs.indexOf(0);
    const texts = given < 0 ? refs : refs.slice(0, given);
    if (refs.slice(texts.length).some((t) => t !== 0)) throw fault(k, 'ValueOutOfRange', 'a text follows NIL');
    return format(
      k,
      template,
      texts.map((t) => readText(k, t)),
    );
  }),
  'Fmt.FN': plain((k, fmt, address, n) => {
    const template = readText(k, fmt);
    const refs = Array.from({ length: n }, (_, i) => k.access.view.getUint32(address + 4 * i, true));
    return format(
      k,
      template,
      refs.map((t) => readText(k, t)),
    );
  }),
};
