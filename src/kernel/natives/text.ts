/** Interface Text. */
import type { Kernel } from '../kernel.ts';
import { fault, type NativeTable, newText, payer, plain } from './native.ts';

/** Length of the text; NIL is a checked run-time error. */
function lengthOf(k: Kernel, t: number): number {
  if (t === 0) throw fault(k, 'AttemptToDereferenceNIL');
  return k.access.textLength(t);
}

function characterAt(k: Kernel, t: number, i: bigint): bigint {
  if (i >= BigInt(lengthOf(k, t))) throw fault(k, 'SubscriptOutOfRange');
  const start = k.access.characters(t);
  return BigInt(k.access.bytes[start + Number(i)]!);
}

function compare(k: Kernel, t: number, u: number): number {
  const [a, b] = [lengthOf(k, t), lengthOf(k, u)];
  const [first, second] = [k.access.characters(t), k.access.characters(u)];
  const { bytes } = k.access;
  const n = Math.min(a, b);
  for (let i = 0; i < n; i++) {
    const d = bytes[first + i]! - bytes[second + i]!;
    if (d !== 0) return Math.sign(d);
  }
  return Math.sign(a - b);
}

/** FNV-1a over the characters, 64 bits. */
function hash(k: Kernel, t: number): bigint {
  const n = lengthOf(k, t);
  const start = k.access.characters(t);
  const { bytes } = k.access;
  let [low, high] = [0x811c9dc5, 0xcbf29ce4];
  for (let i = 0; i < n; i++) {
    const c = bytes[start + i]!;
    low = Math.imul(low ^ c, 0x01000193) >>> 0;
    high = Math.imul(high ^ (c + (low >>> 24)), 0x01000193) >>> 0;
  }
  return BigInt.asIntN(64, (BigInt(high) << 32n) | BigInt(low));
}

function find(k: Kernel, t: number, c: bigint, start: bigint): bigint {
  const n = lengthOf(k, t);
  if (c > 255n || start >= BigInt(n)) return -1n;
  const from = start < 0n ? 0 : Number(start);
  const first = k.access.characters(t);
  const at = k.access.bytes.subarray(first, first + n).indexOf(Number(c), from);
  return BigInt(at);
}

function findBackward(k: Kernel, t: number, c: bigint, start: bigint): bigint {
  const n = lengthOf(k, t);
  if (c > 255n || start < 0n || n === 0) return -1n;
  const from = start >= BigInt(n) ? n - 1 : Number(start);
  const first = k.access.characters(t);
  return BigInt(k.access.bytes.subarray(first, first + n).lastIndexOf(Number(c), from));
}

function sub(k: Kernel, t: number, start: bigint, length: bigint): number {
  const n = lengthOf(k, t);
  if (start === 0n && length >= BigInt(n)) return t;
  if (start >= BigInt(n) || length === 0n) return newText(k, '');
  const from = Number(start);
  const count = length > BigInt(n - from) ? n - from : Number(length);
  const first = k.access.characters(t) + from;
  return k.access.newText(k.access.bytes.slice(first, first + count), payer(k));
}

function wideToLatin1(k: Kernel, code: number): number {
  if (code > 255)
    throw fault(k, 'ValueOutOfRange', `the character with code ${code} is outside ISO Latin-1 and cannot be in a TEXT`);
  return code;
}

export const TEXT_NATIVES: NativeTable = {
  'Text.Length': plain((k, t) => BigInt(lengthOf(k, t))),
  'Text.Empty': plain((k, t) => lengthOf(k, t) === 0),
  'Text.Equal': plain((k, t, u) => lengthOf(k, t) === lengthOf(k, u) && (t === u || compare(k, t, u) === 0)),
  'Text.Compare': plain((k, t, u) => BigInt(compare(k, t, u))),
  'Text.Cat': plain((k, t, u) => {
    lengthOf(k, t);
    lengthOf(k, u);
    return k.access.textCat(t, u, payer(k));
  }),
  'Text.Sub': plain(sub),
  'Text.Hash': plain(hash),
  'Text.HasWideChars': plain((k, t) => lengthOf(k, t) < 0),
  'Text.GetChar': plain(characterAt),
  'Text.GetWideChar': plain(characterAt),
  'Text.SetChars': plain((k, address, room, t, start) => {
    const n = lengthOf(k, t);
    if (start >= BigInt(n)) return;
    const from = k.access.characters(t) + Number(start);
    const count = Math.min(room, n - Number(start));
    k.access.bytes.copyWithin(address, from, from + count);
  }),
  'Text.SetWideChars': plain((k, address, room, t, start) => {
    const n = lengthOf(k, t);
    if (start >= BigInt(n)) return;
    const count = Math.min(room, n - Number(start));
    const from = k.access.characters(t) + Number(start);
    for (let i = 0; i < count; i++) {
      k.access.view.setUint32(address + 4 * i, k.access.bytes[from + i]!, true);
    }
  }),
  'Text.FromChar': plain((k, c) => k.access.newText(Uint8Array.of(Number(c)), payer(k))),
  'Text.FromWideChar': plain((k, c) => k.access.newText(Uint8Array.of(wideToLatin1(k, Number(c))), payer(k))),
  'Text.FromChars': plain((k, address, n) => k.access.newText(k.access.bytes.slice(address, address + n), payer(k))),
  'Text.FromWideChars': plain((k, address, n) => {
    const codes = Uint8Array.from({ length: n }, (_, i) =>
      wideToLatin1(k, k.access.view.getUint32(address + 4 * i, true)),
    );
    return k.access.newText(codes, payer(k));
  }),
  'Text.FindChar': plain(find),
  'Text.FindWideChar': plain(find),
  'Text.FindCharR': plain(findBackward),
  'Text.FindWideCharR': plain(findBackward),
};
