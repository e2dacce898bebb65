/**
 * Words of the assembly text. A line is a statement; `;` begins a comment; a line that ends with `{` opens a block and a lone `}` closes it.
 */

/** What is wrong with a text, and where (both from 1). */
export interface AssemblyError {
  readonly code: string;
  readonly message: string;
  readonly line: number;
  readonly column: number;
}

/** Thrown within the assembler, caught by its face. */
export class AssemblyFailure extends Error {
  readonly error: AssemblyError;
  constructor(code: string, message: string, line: number, column: number) {
    super(message);
    this.error = { code, message, line, column };
  }
}

export interface Token {
  readonly kind: 'word' | 'string' | 'mark';
  /** Of a string: its contents. */
  readonly text: string;
  readonly column: number;
}

/** A line that holds something. */
export interface Line {
  readonly number: number;
  readonly tokens: readonly Token[];
}

const MARKS = '{}()[]=';
const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', '"': '"', '\\': '\\' };

/** Quotes, backslashes, and characters that do not show (lone surrogates among them). */
const UNPRINTED = /["\\]|[\p{C}\p{Zl}\p{Zp}]/gu;
const SPELLINGS: ReadonlyMap<string, string> = new Map(
  Object.entries(ESCAPES).map(([letter, meaning]) => [meaning, letter]),
);

/** A string as the text spells it. */
export function quote(text: string): string {
  return `"${text.replace(UNPRINTED, (c) => `\\${SPELLINGS.get(c) ?? `u{${c.codePointAt(0)!.toString(16)}}`}`)}"`;
}

export function readLines(text: string): Line[] {
  const lines: Line[] = [];
  text.split(/\r?\n/).forEach((line, i) => {
    const tokens = readTokens(line, i + 1);
    if (tokens.length > 0) lines.push({ number: i + 1, tokens });
  });
  return lines;
}

function readTokens(line: string, number: number): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < line.length) {
    const character = line[at]!;
    const column = at + 1;
    if (character === ';') break;
    if (/\s/.test(character)) at++;
    else if (character === '"') {
      const { text, next } = readString(line, at, number);
      tokens.push({ kind: 'string', text, column });
      at = next;
    } else if (MARKS.includes(character)) {
      tokens.push({ kind: 'mark', text: character, column });
      at++;
    } else {
      const start = at;
      while (at < line.length && !/[\s";{}()[\]=]/.test(line[at]!)) at++;
      tokens.push({ kind: 'word', text: line.slice(start, at), column });
    }
  }
  return tokens;
}

function readString(line: string, start: number, number: number): { text: string; next: number } {
  let text = '';
  for (let at = start + 1; at < line.length; at++) {
    const character = line[at]!;
    if (character === '"') return { text, next: at + 1 };
    if (character !== '\\') {
      text += character;
      continue;
    }
    const unicode = /^u\{([0-9a-fA-F]{1,6})\}/.exec(line.slice(at + 1, at + 10));
    const code = unicode ? Number.parseInt(unicode[1]!, 16) : 0;
    const simple = ESCAPES[line[at + 1] ?? ''];
    if (unicode && code <= 0x10_ffff) {
      text += String.fromCodePoint(code);
      at += unicode[0].length;
    } else if (simple !== undefined) {
      text += simple;
      at++;
    } else throw new AssemblyFailure('B3001', 'this escape is not known', number, at + 1);
  }
  throw new AssemblyFailure('B3001', 'the string does not end on its line', number, start + 1);
}

/** Reads the tokens of one line in order; everything that goes wrong names its place. */
export class LineReader {
  readonly line: Line;
  #at = 0;

  constructor(line: Line) {
    this.line = line;
  }

  fail(code: string, message: string): never {
    const token = this.line.tokens[this.#at] ?? this.line.tokens.at(-1)!;
    throw new AssemblyFailure(code, message, this.line.number, token.column);
  }

  get atEnd(): boolean {
    return this.#at >= this.line.tokens.length;
  }

  peek(): Token | undefined {
    return this.line.tokens[this.#at];
  }

  next(what: string): Token {
    return this.line.tokens[this.#at++] ?? this.fail('B3001', `${what} is missing`);
  }

  /** Steps back to the token just read, so that `fail` points at it. */
  back(): this {
    this.#at--;
    return this;
  }

  word(what: string): string {
    const token = this.next(what);
    return token.kind === 'word' ? token.text : this.back().fail('B3001', `${what} is wanted here`);
  }

  string(what: string): string {
    const token = this.next(what);
    return token.kind === 'string' ? token.text : this.back().fail('B3001', `${what} is wanted here, in quotes`);
  }

  /** Takes the token if it is that word or mark. */
  accept(text: string): boolean {
    const token = this.peek();
    if (token === undefined || token.kind === 'string' || token.text !== text) return false;
    this.#at++;
    return true;
  }

  expect(text: string): void {
    if (!this.accept(text)) this.fail('B3001', `${text} is wanted here`);
  }

  bigint(what: string): bigint {
    const text = this.word(what);
    return /^-?\d{1,40}$/.test(text) ? BigInt(text) : this.back().fail('B3001', `${what} is wanted here, an integer`);
  }

  /** An unsigned integer of 32 bits. */
  natural(what: string): number {
    const value = this.bigint(what);
    return value >= 0n && value <= 0xffff_ffffn
      ? Number(value)
      : this.back().fail('B3001', `${what} does not fit 32 bits`);
  }

  number(what: string): number {
    const text = this.word(what);
    if (text === 'nan') return Number.NaN;
    if (text === 'inf') return Number.POSITIVE_INFINITY;
    if (text === '-inf') return Number.NEGATIVE_INFINITY;
    return /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(text)
      ? Number(text)
      : this.back().fail('B3001', `${what} is wanted here, a number`);
  }

  finish(): void {
    if (!this.atEnd) this.fail('B3001', 'nothing more belongs on this line');
  }
}

/** A number as `LineReader.number` reads it. */
export function spellNumber(value: number): string {
  if (Number.isNaN(value)) return 'nan';
  if (!Number.isFinite(value)) return value > 0 ? 'inf' : '-inf';
  return Object.is(value, -0) ? '-0' : `${value}`;
}

/** The lines of a text, in order, with blocks. */
export class Lines {
  readonly #lines: readonly Line[];
  #at = 0;

  constructor(lines: readonly Line[]) {
    this.#lines = lines;
  }

  next(): LineReader | undefined {
    const line = this.#lines[this.#at++];
    return line && new LineReader(line);
  }

  /** The lines up to the `}` that belongs to the `{` at the end of `opener`, which is taken here. */
  block(opener: LineReader, each: (reader: LineReader) => void): void {
    opener.expect('{');
    opener.finish();
    for (let reader = this.next(); reader; reader = this.next()) {
      if (reader.accept('}')) {
        reader.finish();
        return;
      }
      each(reader);
    }
    opener.back().fail('B3001', 'this block does not end');
  }
}
