/** Random edits of programs of several files, which leave most of them right: what is made with a seed can be made again. */
import type { SourceFile } from '../../../src/language/check.ts';

export type Random = (below: number) => number;

/** mulberry32 */
export function generator(seed: number): Random {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
}

const WORD = /\b[A-Za-z]\w*\b/g;
const ROOM = ['(* a comment, "and <* more *)', '\n\n\n', '  ', '(**)', '<*NOWARN*>', '\t(* (* in *) *)\n'];
const FRAGMENTS = [
  '<*OBSOLETE*>',
  '<*UNUSED*>',
  'x',
  ';',
  'END',
  '(',
  '"',
  "'",
  '(*',
  '<*',
  '3',
  'REF ',
  '.T',
  'é',
  ' RAISES {}',
];
const WORDS = ['INTEGER', 'TEXT', 'REFANY', 'BOOLEAN', 'VAR', 'READONLY', 'CONST', 'TYPE', 'OBJECT', 'RECORD'];

/** The file's text with one more edit. */
export function edited(file: SourceFile, all: readonly SourceFile[], random: Random): string {
  const { text } = file;
  const pick = <T>(list: readonly T[]): T => list[random(list.length)]!;
  const at = random(text.length + 1);
  const lines = text.split('\n');
  const line = random(lines.length);
  switch (random(10)) {
    case 0:
    case 1:
      return pick(ROOM) + text;
    case 2: {
      const blanks = [...text.matchAll(/[ \n]/g)].map((m) => m.index);
      const place = blanks.length > 0 ? pick(blanks) : 0;
      return `${text.slice(0, place)} ${pick(ROOM)}${text.slice(place)}`;
    }
    case 3:
      return text.slice(0, at) + pick(FRAGMENTS) + text.slice(at);
    case 4:
      return text.slice(0, at) + text.slice(at + 1 + random(6));
    case 5:
      return lines.toSpliced(line, 1).join('\n');
    case 6:
      return lines.toSpliced(line, 0, pick(pick(all).text.split('\n'))).join('\n');
    case 7:
      return lines.toSpliced(line, 2, lines[line + 1] ?? '', lines[line]!).join('\n');
    default: {
      const words = [...text.matchAll(WORD)];
      if (words.length === 0) return text;
      const { index, 0: word } = pick(words);
      const others = random(3) === 0 ? WORDS : (pick(all).text.match(WORD) ?? ['x']);
      return text.slice(0, index) + pick(others) + text.slice(index + word.length);
    }
  }
}
