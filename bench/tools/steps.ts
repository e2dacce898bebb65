/**
 * Measures the steps from a file of bytecode to code that runs, in a process of its own under the flags that `spin` sets, as they are the first time and when they have been done before.
 * Arguments: the file, the step. Prints milliseconds of processor time, the engine's compiling included.
 */
import { readFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { decodeModule } from '../../src/bytecode/decode.ts';
import { verifyModule } from '../../src/bytecode/verify/verify.ts';
import { OPTIMISE_MACHINE, setEngineFlags } from '../../src/cli/host/engine-flags.ts';
import { processorTime } from '../alternate.ts';
import { Machine } from '../machine.ts';
import { type Figures, figures } from '../statistics.ts';

/** The first time, the times after it, and times long after that. */
export interface Step {
  readonly first: number;
  readonly soon: Figures;
  readonly late: Figures;
}

const SOON = 7;
const BETWEEN = 16;
const LATE = 7;

async function measure(prepare: () => () => unknown): Promise<Step> {
  const times: number[] = [];
  for (let n = 0; n < 1 + SOON + BETWEEN + LATE; n++) times.push((await processorTime(prepare())) / 1e6);
  return { first: times[0]!, soon: figures(times.slice(1, 1 + SOON)), late: figures(times.slice(-LATE)) };
}

setEngineFlags();
for (const flag of OPTIMISE_MACHINE) setFlagsFromString(flag);
const bytes = new Uint8Array(readFileSync(process.argv[2]!));
const decoded = decodeModule(bytes);
if ('error' in decoded) throw new Error('the program does not decode');
const steps: Record<string, () => () => unknown> = {
  decode: () => () => decodeModule(bytes),
  verify: () => () => verifyModule(decoded.module),
  'load: decode, verify, link, generate, run': () => {
    const machine = new Machine();
    return () => machine.load('long', bytes);
  },
};
console.log(JSON.stringify(await measure(steps[process.argv[3]!]!)));
