/** Golden sources with tokens lost, doubled and swapped: whatever the parser makes of them, the checker comes to an end and says something. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { checkGolden, readGolden } from '../golden.ts';

const ROOT = join(import.meta.dirname, '..');
const TOKEN = /\w+|"[^"\n]*"|'[^'\n]*'|:=|\.\.|<=|>=|=>|<\*|\*>|[^\s\w]|\s+/g;

const programs = ['expressions', 'statements', 'effects'].flatMap((folder) =>
  readdirSync(join(ROOT, folder))
    .filter((name) => name.endsWith('.m3'))
    .map((name) => readFileSync(join(ROOT, folder, name), 'utf8').match(TOKEN) ?? []),
);

type Change = readonly [kind: 'drop' | 'double' | 'replace' | 'swap', at: number, from: number];

function changed(tokens: readonly string[], changes: readonly Change[]): string {
  const result = [...tokens];
  for (const [kind, a, b] of changes) {
    const at = a % result.length;
    const from = b % result.length;
    if (kind === 'drop') result.splice(at, 1);
    else if (kind === 'double') result.splice(at, 0, result[from]!);
    else if (kind === 'replace') result[at] = result[from]!;
    else [result[at], result[from]] = [result[from]!, result[at]!];
  }
  return result.join('');
}

it('broken programs are checked without a crash, and errors point into the text', () => {
  const change = fc.tuple(
    fc.constantFrom('drop', 'double', 'replace', 'swap'),
    fc.nat(),
    fc.nat(),
  ) as fc.Arbitrary<Change>;
  fc.assert(
    fc.property(fc.nat(programs.length - 1), fc.array(change, { minLength: 1, maxLength: 4 }), (program, changes) => {
      const { diagnostics, source } = checkGolden(readGolden('broken.m3', changed(programs[program]!, changes)));
      for (const { span, message } of diagnostics) {
        expect(message).not.toContain('[object');
        expect(span.start).toBeLessThanOrEqual(span.end);
        expect(span.end).toBeLessThanOrEqual(source(span.file)?.length ?? 0);
      }
    }),
    { numRuns: 300 },
  );
}, 60_000);
