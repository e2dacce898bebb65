/** Interface Text: all of it, of which `text-paths.ts` does what is usual. */
import type { Characters } from '../heap/access.ts';
import type { Kernel } from '../kernel.ts';
import { fast, fault, type NativeTable, newText, payer, plain } from './native.ts';
import { TEXT_PATHS } from './text-paths.ts';

/** Length of the text; NIL is a checked run-time error. */
function lengthOf(k: Kernel, t: number): number {
  if (t === 0) throw fault(k, 'AttemptToDereferenceNIL');
  return k.access.textLength(t);
}

function characterAt(k: Kernel, t: number, i: bigint): number {
  if (i >= BigInt(lengthOf(k, t))) throw fault(k, 'SubscriptOutOfRange');
  return k.access.characterAt(t, Number(i));
}

/** The characters of both, neither of which the other's being put in one piece has moved. */
function bothCharacters(k: Kernel, t: number, u: number): [Characters, Characters] {
  k.access.characters(t);
  const second = k.access.characters(u);
  return [k.access.characters(t), second];
}

function compare(k: Kernel, t: number, u: number): number {
  const [a, b] = [lengthOf(k, t), lengthOf(k, u)];
  const [first, second] = bothCharacters(k, t, u);
  const n = Math.min(a, b);
  for (let i = 0; i < n; i++) {
    const d = first[i]! - second[i]!;
    if (d !== 0) return Math.sign(d);
  }
  return Math.sign(a - b);
}

/** FNV-1a over the characters, 64 bits. */
function hash(k: Kernel, t: number): bigint {
  lengthOf(k, t);
  let [low, high] = [0x811c9dc5, 0xcbf29ce4];
  for (const c of k.access.characters(t)) {
    low = Math.imul(low ^ c, 0x01000193) >>> 0;
    high = Math.imul(high ^ (c + (low >>> 24)), 0x01000193) >>> 0;
  }
  return BigInt.asIntN(64, (BigInt(high) << 32n) | BigInt(low));
}

function find(k: Kernel, t: number, c: bigint, start: bigint): bigint {
  const n = lengthOf(k, t);
  if (start >= BigInt(n)) return -1n;
  return BigInt(k.access.characters(t).indexOf(Number(c), start < 0n ? 0 : Number(start)));
}

function findBackward(k: Kernel, t: number, c: bigint, start: bigint): bigint {
  const n = lengthOf(k, t);
  if (start < 0n || n === 0) return -1n;
  return BigInt(k.access.characters(t).lastIndexOf(Number(c), start >= BigInt(n) ? n - 1 : Number(start)));
}

function sub(k: Kernel, t: number, start: bigint, length: bigint): number {
  const n = lengthOf(k, t);
  if (start === 0n && length >= BigInt(n)) return t;
  if (start >= BigInt(n) || length === 0n) return newText(k, '');
  const from = Number(start);
  const to = length > BigInt(n - from) ? n : from + Number(length);
  return k.access.newText(k.access.characters(t).slice(from, to), payer(k));
}

/** What stands in an array of CHAR for a character that is none. */
const NO_CHAR = 0x3f;

/** Characters from `start` on, as many as there are and as there is room for. */
function someCharacters(k: Kernel, t: number, start: bigint, room: number): Characters {
  const n = lengthOf(k, t);
  if (start >= BigInt(n)) return new Uint8Array(0);
  return k.access.characters(t).subarray(Number(start), Number(start) + room);
}

export const TEXT_NATIVES: NativeTable = {
  'Text.Length': fast(TEXT_PATHS.Length, (k, t) => BigInt(lengthOf(k, t))),
  'Text.Empty': fast(TEXT_PATHS.Empty, (k, t) => lengthOf(k, t) === 0),
  'Text.Equal': fast(
    TEXT_PATHS.Equal,
    (k, t, u) => lengthOf(k, t) === lengthOf(k, u) && (t === u || compare(k, t, u) === 0),
  ),
  'Text.Compare': fast(TEXT_PATHS.Compare, (k, t, u) => BigInt(compare(k, t, u))),
  'Text.Cat': fast(TEXT_PATHS.Cat, (k, t, u) => {
    lengthOf(k, t);
    lengthOf(k, u);
    return k.access.textCat(t, u, payer(k));
  }),
  'Text.Sub': fast(TEXT_PATHS.Sub, sub),
  'Text.Hash': fast(TEXT_PATHS.Hash, hash),
  'Text.HasWideChars': fast(TEXT_PATHS.HasWideChars, (k, t) => lengthOf(k, t) > 0 && k.access.isWide(t)),
  'Text.GetChar': fast(TEXT_PATHS.GetChar, (k, t, i) => {
    const c = characterAt(k, t, i);
    if (c > 0xff) throw fault(k, 'ValueOutOfRange', `the character with code ${c} is no CHAR; use GetWideChar`);
    return BigInt(c);
  }),
  'Text.GetWideChar': fast(TEXT_PATHS.GetWideChar, (k, t, i) => BigInt(characterAt(k, t, i))),
  'Text.SetChars': fast(TEXT_PATHS.SetChars, (k, address, room, t, start) => {
    const characters = someCharacters(k, t, start, room);
    if (characters instanceof Uint8Array) k.access.bytes.set(characters, address);
    else
      k.access.bytes.set(
        Uint8Array.from(characters, (c) => (c > 0xff ? NO_CHAR : c)),
        address,
      );
  }),
  'Text.SetWideChars': plain((k, address, room, t, start) => {
    someCharacters(k, t, start, room).forEach((c, i) => {
      k.access.view.setUint32(address + 4 * i, c, true);
    });
  }),
  'Text.FromChar': fast(TEXT_PATHS.FromChar, (k, c) => k.access.newText(Uint8Array.of(Number(c)), payer(k))),
  'Text.FromWideChar': plain((k, c) => k.access.newText(Uint32Array.of(Number(c)), payer(k))),
  'Text.FromChars': fast(TEXT_PATHS.FromChars, (k, address, n) =>
    k.access.newText(k.access.bytes.slice(address, address + n), payer(k)),
  ),
  'Text.FromWideChars': plain((k, address, n) => {
    const codes = Uint32Array.from({ length: n }, (_, i) => k.access.view.getUint32(address + 4 * i, true));
    return k.access.newText(codes, payer(k));
  }),
  'Text.FindChar': fast(TEXT_PATHS.FindChar, find),
  'Text.FindWideChar': fast(TEXT_PATHS.FindWideChar, find),
  'Text.FindCharR': plain(findBackward),
  'Text.FindWideCharR': plain(findBackward),
};
