/**
 * `npm run soak [ROUNDS]`: loads and destroys the same extensions over and over, 10 000 times unless told otherwise, and shows that memory stays flat: linear memory,
 * the engine's heap after a collection, slots of the function table, types. Fails if it does not.
 */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { soak } from '../test/kernel/domain/soak.ts';

setFlagsFromString('--expose-gc');
const gc = runInNewContext('gc') as () => void;
const rounds = Number(process.argv[2] ?? 10_000);
const started = performance.now();

const rows = await soak(rounds, Math.max(1, Math.floor(rounds / 10)), gc);
console.log('   rounds  linear memory    JS heap  process  slots in use  types  domains');
for (const r of rows) {
  const mb = (bytes: number) => `${(bytes / 2 ** 20).toFixed(1)} MB`;
  console.log(
    `${String(r.round).padStart(9)}  ${mb(r.memory).padStart(13)}  ${mb(r.javascript).padStart(9)}  ${mb(r.process).padStart(7)}  ` +
      `${String(r.slots).padStart(12)}  ${String(r.types).padStart(5)}  ${String(r.domains).padStart(7)}`,
  );
}
console.log(`${((performance.now() - started) / rounds).toFixed(2)} ms a round`);
/** The books go up and down between two looks; so peaks are compared, the very beginning left out. */
const peaks = (of: typeof rows) => ({
  memory: Math.max(...of.map((r) => r.memory)),
  javascript: Math.max(...of.map((r) => r.javascript)),
  slots: Math.max(...of.map((r) => r.slots)),
  types: Math.max(...of.map((r) => r.types)),
});
const [early, late] = [peaks(rows.slice(1, 6)), peaks(rows.slice(6))];
if (
  late.memory > early.memory + 2 ** 20 ||
  late.javascript > early.javascript + 4 * 2 ** 20 ||
  late.slots > early.slots + 500 ||
  late.types > early.types + 500
) {
  console.error('memory is not flat');
  process.exit(1);
}
process.exit(0);
