/** Sources that parse, and the same with other layouts. Everything random comes from a seed. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Piece, piecesOf } from '../../../src/language/format/pieces.ts';
import { parseUnit } from '../../../src/language/parser/parse.ts';

const ROOT = resolve(import.meta.dirname, '../../..');
const FOLDERS = ['lib', 'examples', 'test/language'];

export interface Sample {
  readonly name: string;
  readonly text: string;
}

/** Sources of tests begin with a line for the tests. */
const HEADING = /^===.*$/gm;

export function corpus(): Sample[] {
  return FOLDERS.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.(m3|i3|mg|ig)$/.test(path))
      .sort()
      .map((path) => ({
        name: join(folder, path),
        text: readFileSync(join(ROOT, folder, path), 'utf8').replace(HEADING, ''),
      })),
  );
}

export const isRight = (text: string): boolean => parseUnit(text, '').diagnostics.length === 0;

export class Random {
  private state: number;

  constructor(seed: number) {
    this.state = (seed * 2654435761) >>> 0;
  }

  /** From 0 to `count - 1`. */
  below(count: number): number {
    this.state = (Math.imul(this.state, 1664525) + 1013904223) >>> 0;
    return Math.floor((this.state / 2 ** 32) * count);
  }

  one<T>(choices: readonly T[]): T {
    return choices[this.below(choices.length)]!;
  }
}

/** Ways to spoil a layout; the tokens stay as they are. Each gives what stands before a piece instead of `gap`. */
const BLANKS = [' ', '  ', '\n', '\n\n\n', '\t', ' \n  ', '   \n\t ', '        '];
const REMARKS = [
  ' (* c *) ',
  ' (* c *)\n',
  '\n(* line *)\n',
  '\n\n      (* of (* several *)\n  lines *)\n\n',
  ' (* a\n     b *) ',
  ' <*NOWARN*> ',
  '\n  <*LL = {}*>\n',
  '(**)',
];

export const SPOILED: Readonly<Record<string, (gap: string, random: Random) => string>> = {
  'all on one line': () => ' ',
  'each token on its line': () => '\n',
  'blanks anywhere': (_, random) => random.one(BLANKS),
  'blanks here and there': (gap, random) => (gap !== '' && random.below(12) === 0 ? random.one(BLANKS) : gap),
  'comments and pragmas anywhere': (gap, random) => (random.below(6) === 0 ? gap + random.one(REMARKS) : gap),
  'comments, pragmas and blanks anywhere': (_, random) =>
    random.one(BLANKS) + (random.below(8) === 0 ? random.one(REMARKS) : ''),
};

export function spoil(text: string, change: (gap: string, random: Random) => string, random: Random): string {
  const parts: string[] = [];
  let end = 0;
  for (const piece of piecesOf(text)) {
    const gap = text.slice(end, piece.start);
    parts.push(piece.odd || end === 0 ? gap : change(gap, random), text.slice(piece.start, piece.end));
    end = piece.end;
  }
  return `${parts.join('')}\n`;
}

/** What must not change: every token, comment and pragma, but for the indentation inside of those. */
export function content(text: string): string {
  const image = ({ start, end, hidden }: Piece): string =>
    hidden ? text.slice(start, end).replace(/(\r\n|\r|\n)[ \t]*/g, '\n') : text.slice(start, end);
  return piecesOf(text).map(image).join('\0');
}
