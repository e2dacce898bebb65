/**
 * Files written down byte by byte, `hostile/*.hex`, for what assembly text cannot spell: a broken container.
 *
 * Comments begin with `;`, the first line of the file is one with the expected code, or `ok`. Then bytes in hexadecimal, and
 *
 *     checksum        the right checksum, four bytes
 *     length          the right length of what follows, four bytes
 *     times N BYTES   the bytes of the line N times
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from '../../src/bytecode/format/crc32.ts';
import { HEADER_LENGTH } from '../../src/bytecode/format/schema.ts';

export interface HostileFile {
  readonly name: string;
  /** A code, or `ok`. */
  readonly expected: string;
  readonly bytes: Uint8Array;
}

const FOLDER = join(import.meta.dirname, 'hostile');

export function readHostileFiles(): HostileFile[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.hex'))
    .sort()
    .map((name) => {
      const text = readFileSync(join(FOLDER, name), 'utf8');
      const expected = /^; (ok|B\d{4})\n/.exec(text)?.[1];
      if (!expected) throw new Error(`${name} does not begin with what is expected of it`);
      return { name, expected, bytes: bytesOf(name, text) };
    });
}

function bytesOf(name: string, text: string): Uint8Array {
  const pieces: Uint8Array[] = [];
  const later = new Map<string, number>();
  let size = 0;
  const add = (piece: Uint8Array): void => {
    pieces.push(piece);
    size += piece.length;
  };
  for (const line of text.split('\n')) {
    const words = line.replace(/;.*/, '').trim().split(/\s+/).filter(Boolean);
    if (words[0] === 'checksum' || words[0] === 'length') {
      later.set(words[0], size);
      add(new Uint8Array(4));
    } else if (words[0] === 'times') {
      const piece = hex(name, words.slice(2));
      const all = new Uint8Array(Number(words[1]) * piece.length);
      for (let at = 0; at < all.length && piece.some((b) => b !== 0); at += piece.length) all.set(piece, at);
      add(all);
    } else add(hex(name, words));
  }
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  const view = new DataView(bytes.buffer);
  const length = later.get('length');
  if (length !== undefined) view.setUint32(length, size - HEADER_LENGTH, true);
  const checksum = later.get('checksum');
  if (checksum !== undefined) view.setUint32(checksum, crc32(bytes.subarray(HEADER_LENGTH)), true);
  return bytes;
}

function hex(name: string, words: readonly string[]): Uint8Array {
  return Uint8Array.from(words, (w) => {
    if (!/^[0-9a-f]{2}$/.test(w)) throw new Error(`${name}: ${w} is no byte`);
    return Number.parseInt(w, 16);
  });
}
