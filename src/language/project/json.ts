/**
 * JSON (RFC 8259) with places, which `JSON.parse` does not give: what is wrong in a configuration is told with its line.
 */

interface Place {
  /** In UTF-16 code units; half-open. */
  readonly start: number;
  readonly end: number;
}

export interface JsonMember {
  readonly name: Place & { readonly text: string };
  readonly value: JsonValue;
}

export type JsonValue = Place &
  (
    | { readonly kind: 'string'; readonly text: string }
    | { readonly kind: 'boolean'; readonly value: boolean }
    | { readonly kind: 'number' | 'null' }
    | { readonly kind: 'array'; readonly items: readonly JsonValue[] }
    | { readonly kind: 'object'; readonly members: readonly JsonMember[] }
  );

export class JsonError extends Error {
  readonly at: number;
  constructor(message: string, at: number) {
    super(message);
    this.at = at;
  }
}

/** Deeper nesting is refused, so that no text can exhaust the stack. */
const DEEPEST = 100;

const BLANKS = /[ \t\r\n]*/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters may not stand in strings
const STRING = /"(?:[^"\\\x00-\x1f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const WORD = /[A-Za-z]+/y;

/** Reads one value with nothing but blanks around it. Throws `JsonError`. */
export function parseJson(text: string): JsonValue {
  // Editors on Windows put a mark in front.
  let at = text.startsWith('\uFEFF') ? 1 : 0;
  let depth = 0;

  const blanks = (): void => {
    BLANKS.lastIndex = at;
    at += BLANKS.exec(text)![0].length;
  };
  const take = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0];
    at += found?.length ?? 0;
    return found;
  };
  const fail = (wanted: string): never => {
    const found = at < text.length ? `"${String.fromCodePoint(text.codePointAt(at)!)}"` : 'the end of the file';
    throw new JsonError(`expected ${wanted}, found ${found}`, at);
  };

  function string(wanted: string): Place & { text: string } {
    const start = at;
    if (text[at] !== '"') fail(wanted);
    const found = take(STRING);
    if (found === undefined)
      throw new JsonError('this string is not closed, or has an escape that JSON does not know', at);
    return { text: JSON.parse(found) as string, start, end: at };
  }

  /** Items between brackets, with commas between them. */
  function list<T>(close: string, item: () => T): T[] {
    const items: T[] = [];
    if (++depth > DEEPEST) throw new JsonError('nested too deeply', at);
    at++;
    blanks();
    while (text[at] !== close) {
      if (items.length > 0) {
        if (text[at] !== ',') fail(`"," or "${close}"`);
        at++;
        blanks();
      }
      items.push(item());
      blanks();
    }
    at++;
    depth--;
    return items;
  }

  function member(): JsonMember {
    const name = string('a name in quotes');
    blanks();
    if (text[at] !== ':') fail('":"');
    at++;
    return { name, value: value() };
  }

  function value(): JsonValue {
    blanks();
    const start = at;
    const c = text[at] ?? '';
    if (c === '"') return { kind: 'string', ...string('a string') };
    if (c === '[') return { kind: 'array', items: list(']', value), start, end: at };
    if (c === '{') return { kind: 'object', members: list('}', member), start, end: at };
    if (/[-\d]/.test(c)) return take(NUMBER) === undefined ? fail('a number') : { kind: 'number', start, end: at };
    switch (take(WORD)) {
      case 'true':
        return { kind: 'boolean', value: true, start, end: at };
      case 'false':
        return { kind: 'boolean', value: false, start, end: at };
      case 'null':
        return { kind: 'null', start, end: at };
      default:
        at = start;
        return fail('a value');
    }
  }

  const whole = value();
  blanks();
  if (at < text.length) fail('the end of the file');
  return whole;
}
