/** node test/fuzz/loops/main.ts FROM COUNT: so many random programs, from this seed on. */
import { compare, textOf, type Verdict } from './compare.ts';

const [from, count] = process.argv.slice(2).map(Number) as [number, number];
const ends = new Map<string, number>();
let failed = 0;
for (let seed = from; seed < from + count && failed < 10; seed++) {
  let v: Verdict;
  try {
    v = compare(seed);
  } catch (e) {
    v = { kind: 'different', build: 'any', expected: '', got: (e as Error).stack ?? String(e) };
  }
  const name =
    v.kind === 'same'
      ? /^-?\d+$/.test(v.end)
        ? 'returned'
        : v.end.split(' ')[0]!
      : v.kind === 'refused'
        ? v.why.slice(0, 60)
        : v.kind;
  ends.set(name, (ends.get(name) ?? 0) + 1);
  if (v.kind !== 'different') continue;
  failed++;
  console.log(`seed ${seed}, ${v.build}: expected ${v.expected}, got ${v.got}`);
}
for (const [name, n] of [...ends].sort((a, b) => b[1] - a[1])) console.log(String(n).padStart(7), name);
if (process.argv[4] === 'text') console.log(textOf(from));
