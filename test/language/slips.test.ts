/**
 * One slip in a program that is right gives one error, where it was made: over all units of `lib/` and `examples/`, with everything that the checker says.
 *
 * `EVERY=1 npx vitest run test/language/slips.test.ts` takes every place instead of some.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createProvider } from '../../src/cli/provider.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { checkFile, createCheckCache, type SourceFile, type UnitProvider } from '../../src/language/check.ts';
import { createModula3CoreServices } from '../../src/language/parser/services.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const EVERY = Number(process.env['EVERY'] ?? 25);
const { modula3 } = createModula3CoreServices();
const cache = createCheckCache();

interface Program extends SourceFile {
  readonly provider: UnitProvider;
}

function units(folder: string): Program[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.[im]3$/.test(name))
    .sort()
    .map((name) => {
      const path = join(ROOT, folder, name);
      // An example's extensions import from each other.
      const libraryPaths = folder === 'lib' ? [] : [dirname(dirname(path))];
      const provider = createProvider({ libraryPaths, interfacePaths: [] });
      return { path, text: readFileSync(path, 'utf8'), provider };
    });
}

const programs = [...units('lib'), ...units('examples')];

interface Slip {
  readonly offset: number;
  /** The text that is taken out there, and put in. */
  readonly out: string;
  readonly in: string;
}

/** What the slip adds to what the checker says. */
function findings({ path, text, provider }: Program, slip: Slip): Diagnostic[] {
  const key = (d: Diagnostic): string => `${d.code} ${d.message}`;
  const before = new Set(checkFile({ path, text }, provider, cache).diagnostics.map(key));
  const changed = text.slice(0, slip.offset) + slip.in + text.slice(slip.offset + slip.out.length);
  return checkFile({ path, text: changed }, provider, cache).diagnostics.filter((d) => !before.has(key(d)));
}

function place(program: Program, offset: number): string {
  return `${relative(ROOT, program.path)}:${program.text.slice(0, offset).split('\n').length}`;
}

describe('a token left out', () => {
  const KINDS = new Set([';', 'END', 'THEN', 'DO', 'OF', ')', ']', '}']);
  it('is one error, at its place or right behind, and nothing else', { timeout: 600_000 }, () => {
    let count = 0;
    let single = 0;
    const others: string[] = [];

    for (const program of programs) {
      const { text } = program;
      const { tokens } = modula3.parser.Lexer.tokenize(text);
      tokens.forEach((token, i) => {
        if (!KINDS.has(token.image) || ++count % EVERY !== 0) return;
        const { startOffset: offset, image } = token;
        const found = findings(program, { offset, out: image, in: ' '.repeat(image.length) });
        // Without a `;` before an END, say, the program is as good as before.
        if (found.length === 0) return;
        const before = tokens[i - 1]!;
        const after = tokens[i + 1];
        // What is missing in an expression is known where the expression cannot go on: on the same line, or at the next token.
        const last = Math.max(
          text.indexOf('\n', offset),
          after === undefined ? text.length : after.startOffset + after.image.length,
        );
        const { span, severity } = found[0]!;
        const near = before.startOffset <= span.start && span.start <= last;
        if (found.length === 1 && severity === 'error' && near) single++;
        else others.push(`${place(program, offset)} without ${image}: ${found.map((d) => d.code).join(' ')}`);
      });
    }
    console.log(`${single} of ${single + others.length} (every ${EVERY}th place)\n${others.join('\n')}`);
    expect(single).toBeGreaterThan(1000 / EVERY);
    expect(single / (single + others.length)).toBeGreaterThan(0.98);
  });
});

describe('a token too many', () => {
  const WORDS =
    '; END THEN DO OF ) ] } ( [ { BEGIN IF ELSE VAR PROCEDURE := = , . .. => | RECORD x 1 "t" UNTIL RETURN ELSIF'.split(
      ' ',
    );
  let seed = 5;
  const random = (below: number): number => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return seed % below;
  };

  it('is hardly ever more than two errors, and never the end of the checker', { timeout: 600_000 }, () => {
    let wrong = 0;
    let few = 0;
    for (const program of programs) {
      const { tokens } = modula3.parser.Lexer.tokenize(program.text);
      for (let round = 0; round < 24 / EVERY; round++) {
        const offset = tokens[random(tokens.length)]!.startOffset;
        const found = findings(program, { offset, out: '', in: ` ${WORDS[random(WORDS.length)]!} ` });
        if (found.length === 0) continue;
        wrong++;
        if (found.length <= 2) few++;
      }
    }
    console.log(`${few} of ${wrong} with at most two findings`);
    expect(wrong).toBeGreaterThan(100);
    expect(few / wrong).toBeGreaterThan(0.9);
  });
});
