/**
 * One plausible mistake in a program that is right gives one error and no warning: thirty kinds of mistakes, at places of the examples chosen by a seed.
 *
 * `PLACES=50 SEED=7 npx vitest run test/language/mistakes.test.ts` takes more of them, and others.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { createProvider } from '../../src/cli/provider.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { checkFile, createCheckCache, type SourceFile, type UnitProvider } from '../../src/language/check.ts';
import { createModula3CoreServices } from '../../src/language/parser/services.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const PLACES = Number(process.env['PLACES'] ?? 4);
const { modula3 } = createModula3CoreServices();
const cache = createCheckCache();

interface Program extends SourceFile {
  readonly provider: UnitProvider;
}
type Tokens = readonly {
  readonly image: string;
  readonly startOffset: number;
  readonly tokenType: { readonly name: string };
}[];
/** What the mistake makes of the token at a position; undefined where it cannot be made. */
type Mistake = (tokens: Tokens, i: number) => string | undefined;

const isName = (tokens: Tokens, i: number): boolean => tokens[i]?.tokenType.name === 'ID';
const image = (tokens: Tokens, i: number): string => tokens[i]?.image ?? '';
const misspelt = (name: string): string =>
  name.length > 3 ? name[0]! + name[2] + name[1] + name.slice(3) : `${name}q`;
const instead =
  (word: string, other: string): Mistake =>
  (t, i) =>
    image(t, i) === word ? other : undefined;
const without = (word: string): Mistake => instead(word, '');
const nameBehind =
  (word: string): Mistake =>
  (t, i) =>
    isName(t, i) && image(t, i - 1) === word ? misspelt(image(t, i)) : undefined;
const literal =
  (kind: string, to: (image: string) => string): Mistake =>
  (t, i) =>
    t[i]!.tokenType.name === kind ? to(image(t, i)) : undefined;

const MISTAKES: Readonly<Record<string, Mistake>> = {
  'a name misspelt where it is used': (t, i) =>
    isName(t, i) && image(t, i + 1) === '(' && image(t, i - 1) === ';' ? misspelt(image(t, i)) : undefined,
  'a procedure misspelt where it is declared': nameBehind('PROCEDURE'),
  'a type misspelt where it is declared': nameBehind('TYPE'),
  'an import misspelt': nameBehind('IMPORT'),
  'no ;': without(';'),
  'no END': without('END'),
  'no THEN': without('THEN'),
  'no DO': without('DO'),
  'no OF': without('OF'),
  'no TO': without('TO'),
  'no )': without(')'),
  'no ]': without(']'),
  'no =>': without('=>'),
  'no RETURN': without('RETURN'),
  'a keyword in small letters': (t, i) =>
    /^(IF|WHILE|FOR|RETURN|VAR|PROCEDURE|BEGIN)$/.test(image(t, i)) ? image(t, i).toLowerCase() : undefined,
  '= for :=': instead(':=', '='),
  '== for =': (t, i) => (image(t, i) === '=' && /^(IF|AND|OR|WHILE|ELSIF)$/.test(image(t, i - 2)) ? '==' : undefined),
  ':= for = in a condition': (t, i) =>
    image(t, i) === '=' && /^(IF|AND|OR|WHILE|ELSIF)$/.test(image(t, i - 2)) ? ':=' : undefined,
  '!= for #': instead('#', '!='),
  '&& for AND': instead('AND', '&&'),
  '|| for OR': instead('OR', '||'),
  '! for NOT': instead('NOT', '!'),
  '% for MOD': instead('MOD', '%'),
  '+ for &': instead('&', '+'),
  ELSEIF: instead('ELSIF', 'ELSEIF'),
  'ELSE IF': instead('ELSIF', 'ELSE IF'),
  'a text for a number': literal('INT_LITERAL', (n) => `"${n}"`),
  'a number for a text': literal('TEXT_LITERAL', () => '42'),
  'a text in single quotes': literal('TEXT_LITERAL', (t) =>
    t.length > 3 && !t.includes("'") ? `'${t.slice(1, -1)}'` : '42',
  ),
  'a name behind END that is another': (t, i) =>
    isName(t, i) && image(t, i - 1) === 'END' ? misspelt(image(t, i)) : undefined,
};

let seed = Number(process.env['SEED'] ?? 3);
function random(below: number): number {
  seed = (seed * 1103515245 + 12345) % 2147483648;
  return seed % below;
}

const programs: Program[] = readdirSync(join(ROOT, 'examples'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.m3'))
  .sort()
  .map((name) => {
    const path = join(ROOT, 'examples', name);
    return {
      path,
      text: readFileSync(path, 'utf8'),
      provider: createProvider({ libraryPaths: [dirname(dirname(path))], interfacePaths: [] }),
    };
  });

const key = (d: Diagnostic): string => `${d.code} ${d.message}`;

/** What the mistake adds to what the checker says. */
function findings({ path, text, provider }: Program, offset: number, out: string, put: string): Diagnostic[] {
  const before = new Set(checkFile({ path, text }, provider, cache).diagnostics.map(key));
  const changed = text.slice(0, offset) + put + text.slice(offset + out.length);
  return checkFile({ path, text: changed }, provider, cache).diagnostics.filter((d) => !before.has(key(d)));
}

it('gives one error', { timeout: 600_000 }, () => {
  const lexed = programs.map((program) => ({ program, tokens: modula3.parser.Lexer.tokenize(program.text).tokens }));
  let count = 0;
  const others: string[] = [];
  for (const [name, mistake] of Object.entries(MISTAKES)) {
    const places = lexed.flatMap(({ program, tokens }) =>
      tokens.flatMap((token, i) => {
        const put = mistake(tokens, i);
        return put === undefined ? [] : [{ program, token, put }];
      }),
    );
    expect(places.length, name).toBeGreaterThan(0);
    for (let n = 0; n < PLACES && places.length > 0; n++) {
      const [{ program, token, put }] = places.splice(random(places.length), 1) as [(typeof places)[number]];
      const found = findings(program, token.startOffset, token.image, put);
      // Without a `;` before an END, say, the program is as good as before.
      if (found.length === 0) continue;
      count++;
      if (found.length === 1 && found[0]!.severity === 'error') continue;
      const line = program.text.slice(0, token.startOffset).split('\n').length;
      others.push(`${name}, ${relative(ROOT, program.path)}:${line}: ${found.map((d) => d.code).join(' ')}`);
    }
  }
  console.log(`${count - others.length} of ${count}\n${others.join('\n')}`);
  expect(count).toBeGreaterThan(20 * PLACES);
  expect(others.length / count).toBeLessThan(0.05);
});
