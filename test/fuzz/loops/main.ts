/**
 * npm run test:loops -- [N] [--seed S] [--text]
 *
 * N random programs, from this seed on: what became of them, and those of which generated code and interpreter differ; `--text` shows the instructions of these, or of the program if there is one only.
 */
import { parseArgs } from 'node:util';
import { compare, textOf, type Verdict } from './compare.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { seed: { type: 'string', default: '1' }, text: { type: 'boolean' } },
});
const [total, first] = [positionals[0] ?? '1000', values.seed].map(Number) as [number, number];
if (!Number.isSafeInteger(total) || !Number.isSafeInteger(first) || total < 1 || positionals.length > 1) {
  console.error('usage: npm run test:loops -- [N] [--seed S] [--text]');
  process.exit(2);
}

const MOST_FAILURES = 10;

function verdictOn(seed: number): Verdict {
  try {
    return compare(seed);
  } catch (e) {
    return { kind: 'different', build: 'any', expected: '', got: (e as Error).stack ?? String(e) };
  }
}

/** What is counted together. */
function nameOf(v: Verdict): string {
  if (v.kind === 'same') return /^-?\d+$/.test(v.end) ? 'returned' : v.end.split(' ')[0]!;
  return v.kind === 'refused' ? v.why.slice(0, 60) : v.kind;
}

const ends = new Map<string, number>();
let failures = 0;
for (let seed = first; seed < first + total && failures < MOST_FAILURES; seed++) {
  const verdict = verdictOn(seed);
  const name = nameOf(verdict);
  ends.set(name, (ends.get(name) ?? 0) + 1);
  if (verdict.kind === 'different') {
    failures++;
    console.log(`seed ${seed}, ${verdict.build}: expected ${verdict.expected}, got ${verdict.got}`);
  }
  if (values.text && (verdict.kind === 'different' || total === 1)) console.log(textOf(seed));
}
for (const [name, n] of [...ends].sort((a, b) => b[1] - a[1])) console.log(String(n).padStart(7), name);
process.exitCode = failures > 0 ? 1 : 0;
