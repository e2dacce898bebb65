/**
 * The colouring (TextMate grammar) agrees with the lexer, on every source of the library, the examples and the language's tests:
 * what is a comment, a pragma, a text, a number, a keyword or a name for one is that for the other.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import oniguruma from 'vscode-oniguruma';
import textmate, { type IGrammar } from 'vscode-textmate';
import { parseUnit } from '../../src/language/parser/parse.ts';
import { tokenize } from '../../src/language/parser/tokens.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const SYNTAXES = join(ROOT, 'vscode-extension/syntaxes');

let grammar: IGrammar;
beforeAll(async () => {
  await oniguruma.loadWASM(readFileSync(createRequire(import.meta.url).resolve('vscode-oniguruma/release/onig.wasm')));
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
      createOnigString: (text) => new oniguruma.OnigString(text),
    }),
    loadGrammar: async () =>
      textmate.parseRawGrammar(readFileSync(join(SYNTAXES, 'modula3.tmLanguage.json'), 'utf8'), 'modula3.json'),
  });
  grammar = (await registry.loadGrammar('source.modula3'))!;
});

interface Scoped {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** From the outermost to the innermost, without the grammar's own. */
  readonly scopes: string;
}

/** Pieces of the text, in order, without gaps but for line ends. */
function scoped(text: string): Scoped[] {
  const pieces: Scoped[] = [];
  let state = textmate.INITIAL;
  let offset = 0;
  for (const line of text.split('\n')) {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
    for (const { startIndex, endIndex, scopes } of tokens)
      pieces.push({
        start: offset + startIndex,
        end: offset + Math.min(endIndex, line.length),
        text: line.slice(startIndex, endIndex),
        scopes: scopes.slice(1).join(' '),
      });
    state = ruleStack;
    offset += line.length + 1;
  }
  return pieces;
}

const KEYWORD = /(^| )(keyword|storage)\./;
const OTHER = /comment|string|constant\.numeric/;

/** What a token of the lexer must look like; undefined for punctuation. */
function wanted(type: string, image: string): RegExp | undefined {
  switch (type) {
    case 'TEXT_LITERAL':
      return /string\.quoted\.double/;
    case 'CHAR_LITERAL':
      return /string\.quoted\.single/;
    case 'INT_LITERAL':
    case 'REAL_LITERAL':
      return /constant\.numeric/;
    case 'ID':
      return /entity\.name|variable|support|constant\.language/;
    default:
      return /^[A-Z]+$/.test(image) ? KEYWORD : undefined;
  }
}

/** Where the grammar sees something else than the lexer. */
function differences(text: string): string[] {
  const pieces = scoped(text);
  const found: string[] = [];
  let next = 0;
  const check = (start: number, end: number, what: string, right: (scopes: string) => boolean): void => {
    while (next < pieces.length && pieces[next]!.end <= start) next++;
    for (let i = next; i < pieces.length && pieces[i]!.start < end; i++) {
      const { start: from, end: to, scopes, text: piece } = pieces[i]!;
      if (piece.trim() !== '' && from < to && !right(scopes))
        found.push(`${what} ${JSON.stringify(text.slice(start, end))}: ${JSON.stringify(piece)} is "${scopes}"`);
    }
  };
  const { visible, hidden } = tokenize(text);
  const all = [
    ...visible.map((t) => ({ t, kind: 'visible' })),
    ...hidden.map((t) => ({ t, kind: t.image.startsWith('(*') ? 'comment' : 'pragma' })),
  ].sort((a, b) => a.t.offset - b.t.offset);
  for (const { t, kind } of all) {
    const [start, end] = [t.offset, t.offset + t.image.length];
    if (kind === 'comment') check(start, end, 'comment', (s) => /comment\.block/.test(s));
    else if (kind === 'pragma') check(start, end, 'pragma', (s) => /meta\.preprocessor/.test(s));
    else {
      const pattern = wanted(t.tokenType.name, t.image);
      if (pattern)
        check(start, end, t.tokenType.name, (s) => pattern.test(s) && (t.tokenType.name !== 'ID' || !KEYWORD.test(s)));
      else if (!t.image.startsWith('<*')) check(start, end, 'punctuation', (s) => !OTHER.test(s));
    }
  }
  return found;
}

const sources = ['lib', 'examples', 'test/language'].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.[im][3g]$/.test(name))
    .map((name) => join(folder, name)),
);

describe('the colouring', () => {
  it('agrees with the lexer on every source that has no lexical mistake', () => {
    let checked = 0;
    const found: string[] = [];
    for (const path of sources) {
      const text = readFileSync(join(ROOT, path), 'utf8').replaceAll('\r\n', '\n');
      if (parseUnit(text, path).diagnostics.some((d) => /^P100/.test(d.code))) continue;
      checked++;
      found.push(...differences(text).map((d) => `${path}: ${d}`));
    }
    expect(found.slice(0, 20)).toEqual([]);
    expect(checked).toBeGreaterThan(800);
  });

  /** The scopes of the piece that has the text, innermost last. */
  const scopesOf = (source: string, piece: string): string => {
    const found = scoped(source).find((p) => p.text.trim() === piece);
    expect(found, `${piece} in ${source}`).toBeDefined();
    return found!.scopes;
  };

  it('has comments in comments, and texts with escapes', () => {
    const nested = '(* a (* b *) INTEGER *) x';
    expect(
      scoped(nested)
        .filter((p) => p.text.trim() && !/comment/.test(p.scopes))
        .map((p) => p.text.trim()),
    ).toEqual(['x']);
    expect(scopesOf('x := "a\\n\\101\\q";', '\\n')).toMatch(/constant\.character\.escape/);
    expect(scopesOf('x := "a\\n\\101\\q";', '\\101')).toMatch(/constant\.character\.escape/);
    expect(scopesOf('x := "a\\n\\101\\q";', '\\q')).toMatch(/invalid/);
    expect(scopesOf("x := '\\101';", '\\101')).toMatch(/constant\.character\.escape/);
  });

  it('names what is declared', () => {
    expect(scopesOf('INTERFACE Stack;', 'Stack')).toMatch(/entity\.name\.namespace/);
    expect(scopesOf('PROCEDURE Push() =', 'Push')).toMatch(/entity\.name\.function/);
    expect(scopesOf('<*UNUSED*>', 'UNUSED')).toMatch(/storage\.type\.annotation/);
    expect(scopesOf('x := 16_FF;', '16_FF')).toMatch(/numeric/);
    expect(scopesOf('FOR i := 1 TO 1.5D3 DO', '1.5D3')).toMatch(/numeric\.float/);
    expect(scopesOf('[1..5]', '1')).toMatch(/numeric\.integer/);
  });

  it('takes EPHEMERAL and FUNCTIONAL for names where they are names', () => {
    expect(scopesOf('EPHEMERAL PROCEDURE P() =', 'EPHEMERAL')).toMatch(KEYWORD);
    expect(scopesOf('TYPE T = FUNCTIONAL PROCEDURE ();', 'FUNCTIONAL')).toMatch(KEYWORD);
    expect(scopesOf('VAR EPHEMERAL: INTEGER;', 'EPHEMERAL')).toMatch(/variable/);
    expect(scopesOf('x := FUNCTIONAL + 1;', 'FUNCTIONAL')).toMatch(/variable/);
  });
});
