/** What the tokens of a unit tell about its procedures without being parsed: names, headings, ends, lines. */
import type { Token } from './tree.ts';

/** What can follow the `=` of a procedure. */
export const BODY_STARTS: ReadonlySet<string> = new Set(
  'CONST TYPE VAR EXCEPTION REVEAL PROCEDURE EPHEMERAL FUNCTIONAL BEGIN'.split(' '),
);

export interface HeadingEnd {
  /** The `=` or `;`, or what can begin a body. */
  readonly index: number;
  /** The brackets that are open there, innermost last. */
  readonly open: readonly OpenBracket[];
}

export interface OpenBracket {
  readonly closer: string;
  readonly index: number;
}

const CLOSERS: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

/** In tokens. */
const LONGEST_HEADING = 1000;

export class Landmarks {
  private readonly tokens: readonly Token[];
  /** Where procedures with a name begin. */
  private readonly procedures: number[] = [];
  /** Where `END name` stands, by name. */
  private readonly ends = new Map<string, number[]>();
  private readonly indentations: number[] = [];

  constructor(tokens: readonly Token[]) {
    this.tokens = tokens;
    tokens.forEach((token, index) => {
      const first = this.startsLine(index) || (this.image(index - 1) === '|' && this.startsLine(index - 1));
      this.indentations.push(first ? token.startColumn : this.indentations[index - 1]!);
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

  /** The column of the first token on a token's line, a `|` not counted. */
  indentation(index: number): number {
    return this.indentations[index]!;
  }

  /** The end of the signature that begins at a position. */
  headingEnd(from: number): HeadingEnd | undefined {
    const open: OpenBracket[] = [];
    const end = Math.min(this.tokens.length, from + LONGEST_HEADING);
    for (let index = from; index < end; index++) {
      const image = this.image(index)!;
      const closer = CLOSERS[image];
      const closes = image === ')' || image === ']' || image === '}';
      const opener = closes ? open.findLastIndex((bracket) => bracket.closer === image) : -1;
      // Only formals hold `;`.
      const inFormals = open[0]?.closer === ')' && open.at(-1)!.closer !== '}';
      if (closer !== undefined) open.push({ closer, index });
      else if (opener >= 0) open.length = opener;
      else if (image === '=' && (open.length === 0 || BODY_STARTS.has(this.image(index + 1) ?? '')))
        return { index, open };
      else if (image === ';' && !(inFormals && this.formalBegins(index + 1))) return { index, open };
      else if (open.length === 0 && BODY_STARTS.has(image)) return { index, open };
      else if (image === 'PROCEDURE' && this.isName(index + 1)) return undefined;
      else if (image === 'BEGIN' || image === 'END') return undefined;
    }
    return undefined;
  }

  private formalBegins(index: number): boolean {
    return this.isName(index) || /^(VAR|VALUE|READONLY|\))$/.test(this.image(index) ?? '');
  }

  /** Where a `)` or `]` of a signature up to `end` must be missing: before RAISES, the result's `:` or a second `:` of one formal. */
  openBracketEnd(from: number, end: number): number {
    let colon = false;
    // Behind the parameters of a procedure type stand its own result and exceptions.
    let procedure = false;
    for (let index = from; index < end; index++) {
      const image = this.image(index)!;
      if (image === '(') {
        index = this.closed(index, end) ?? index;
      } else if (image === 'PROCEDURE') procedure = true;
      else if (image === ';') procedure = colon = false;
      else if (!procedure) {
        if (image === 'RAISES' || (image === ':' && (colon || this.image(index - 1) === '('))) return index;
        if (image === ':' || image === ':=') colon = true;
      }
    }
    return end;
  }

  /** Where the parenthesis that is opened at a position is closed. */
  private closed(from: number, end: number): number | undefined {
    let depth = 0;
    for (let index = from; index < end; index++) {
      if (this.image(index) === '(') depth++;
      else if (this.image(index) === ')' && --depth === 0) return index;
    }
    return undefined;
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
