/**
 * `npm run test:floats [-- NUMBER] [--seed S]`: so many numbers (a million) from bits to text and back by Fmt and Scan, and from decimal texts to bits, against JavaScript's own
 * conversions and against whole-number arithmetic. Exit status 1 when one differs.
 */
import { parseArgs } from 'node:util';
import { floatsDiffer } from '../test/lib/floats.ts';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { seed: { type: 'string' } } });
const wanted = Number(positionals[0] ?? 1_000_000);
const seed = Number(values.seed ?? 1);
if (!Number.isSafeInteger(wanted) || wanted < 1 || !Number.isSafeInteger(seed)) {
  console.error('usage: npm run test:floats [-- NUMBER] [--seed S]');
  process.exit(64);
}
const BATCH = 20_000;
const started = performance.now();
for (let done = 0; done < wanted; done += BATCH) {
  const problem = await floatsDiffer(seed + done, Math.min(BATCH, wanted - done));
  if (problem) {
    console.log(problem);
    process.exit(1);
  }
}
console.log(`${wanted} numbers, seed ${seed}: none differs (${((performance.now() - started) / 1000).toFixed(0)} s)`);
