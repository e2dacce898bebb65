/** What the tokens of a unit tell about its procedures without being parsed: names, headings, ends, lines. */
import type { Token } from './tree.ts';

/** What can follow the `=` of a procedure. */
export const BODY_STARTS: ReadonlySet<string> = new Set(
  'CONST TYPE VAR EXCEPTION REVEAL PROCEDURE EPHEMERAL FUNCTIONAL BEGIN'.split(' '),
);

export interface HeadingEnd {
  /** The `=` or `;`, or what can begin a body. */
  readonly index: number;
  /** How many parentheses are open there. */
  readonly depth: number;
}

/** In tokens. */
const LONGEST_HEADING = 1000;

export class Landmarks {
  private readonly tokens: readonly Token[];
  /** Where procedures with a name begin. */
  private readonly procedures: number[] = [];
  /** Where `END name` stands, by name. */
  private readonly ends = new Map<string, number[]>();

  constructor(tokens: readonly Token[]) {
    this.tokens = tokens;
    tokens.forEach((token, index) => {
      if (token.image === 'PROCEDURE' && this.isName(index + 1)) this.procedures.push(index);
      if (token.image !== 'END' || !this.isName(index + 1) || !isCloser(this.image(index + 2))) return;
      const name = this.image(index + 1)!;
      const ends = this.ends.get(name);
      if (ends === undefined) this.ends.set(name, [index]);
      else ends.push(index);
    });
  }

  image(index: number): string | undefined {
    return this.tokens[index]?.image;
  }

  isName(index: number): boolean {
    return this.tokens[index]?.tokenType.name === 'ID';
  }

  startsLine(index: number): boolean {
    const before = this.tokens[index - 1];
    return before === undefined || before.startLine < this.tokens[index]!.startLine;
  }

  /** Whether `END name;` comes behind a position and before the next procedure. */
  endFollows(name: string, position: number): boolean {
    const end = firstBehind(this.ends.get(name) ?? [], position);
    if (end === undefined) return false;
    const procedure = firstBehind(this.procedures, position);
    return procedure === undefined || end < procedure;
  }

  /** The end of the signature that begins at a position. */
  headingEnd(from: number): HeadingEnd | undefined {
    let depth = 0;
    const end = Math.min(this.tokens.length, from + LONGEST_HEADING);
    for (let index = from; index < end; index++) {
      const image = this.image(index)!;
      if (image === '(' || image === '{' || image === '[') depth++;
      else if (image === ')' || image === '}' || image === ']') depth--;
      else if (image === '=' && (depth <= 0 || BODY_STARTS.has(this.image(index + 1) ?? ''))) return { index, depth };
      else if (depth <= 0 && (image === ';' || BODY_STARTS.has(image))) return { index, depth };
      else if (image === 'BEGIN' || image === 'END') return undefined;
    }
    return undefined;
  }

  /** Where the `)` of a signature up to `end` must be missing: before RAISES or a second `:` of one formal. */
  openParameterEnd(from: number, end: number): number {
    let colon = false;
    for (let index = from; index < end; index++) {
      const image = this.image(index)!;
      if (image === 'RAISES' || (image === ':' && colon)) return index;
      if (image === ':' || image === ':=') colon = true;
      else if (image === ';' || image === '(') colon = false;
    }
    return end;
  }

  /** Whether `= G (…)` comes before the heading's `;`. */
  isInstance(unit: number): boolean {
    for (let index = unit + 2; index < this.tokens.length; index++) {
      const image = this.image(index)!;
      if (image === '=') return true;
      if (image !== 'EXPORTS' && image !== ',' && !this.isName(index)) return false;
    }
    return false;
  }
}

/** What can follow `END Name`, or the next declaration if the `;` is missing. */
export function isCloser(image: string | undefined): boolean {
  return image === ';' || image === '.' || image === undefined || BODY_STARTS.has(image);
}

/** In a sorted list. */
function firstBehind(positions: readonly number[], position: number): number | undefined {
  let low = 0;
  let high = positions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (positions[middle]! <= position) low = middle + 1;
    else high = middle;
  }
  return positions[low];
}
