/**
 * `npm run bench`, or `npm run bench -- dispatch` for a part: measurements. `--json` prints the part `code` for a program to read. Times are nanoseconds per operation, loop included, as minimum, median and maximum of several runs; machines are noisy, so read the ratios.
 */
import { parseArgs } from 'node:util';
import { decodeModule } from '../src/bytecode/decode.ts';
import { verifyModule } from '../src/bytecode/verify/verify.ts';
import { compileKernel } from '../src/cli/compile.ts';
import { nodeHost } from '../src/cli/host/node.ts';
import { kernelBytes } from '../src/cli/library.ts';
import { powerOn } from '../src/emulator/board.ts';
import { boot } from '../src/kernel/boot.ts';
import { code } from './code/suite.ts';
import { compiler } from './compiler.ts';
import { dispatch } from './dispatch.ts';
import { Bench, type Figures, figures, libraryLines, number, table } from './harness.ts';
import { blocked, strands } from './kernel.ts';
import { quotas } from './quotas.ts';

async function events(): Promise<void> {
  const bench = new Bench();
  await bench.load('server');
  await bench.load('events');
  const loop = await bench.measure('Bench.Nothing', 5_000_000);
  const call = await bench.measure('Bench.LocalCalls', 5_000_000);
  const rows: string[][] = [];
  const row = (name: string, f: Figures) =>
    rows.push([name, number(f.min), number(f.median), number(f.max), `${(f.median / call.median).toFixed(2)}`]);
  row('empty loop', loop);
  row('procedure call inside a module', call);
  row('raise, intrinsic handler only (another domain)', await bench.measure('Bench.Raises', 5_000_000));
  row('NEW of a record of two words, collected', await bench.measure('Bench.Allocate', 1_000_000));
  row('RAISE, caught one call up', await bench.measure('Bench.Exceptions', 100_000));
  let installed = 0;
  for (const handlers of [1, 5, 10, 50]) {
    await bench.call('Bench.AddHandlers', BigInt(handlers - installed));
    installed = handlers;
    row(
      `raise, ${handlers} guarded handler${handlers > 1 ? 's' : ''} besides the intrinsic one`,
      await bench.measure('Bench.ExtendedRaises', Math.ceil(2_000_000 / (handlers + 2))),
    );
  }
  table('Calls, events, allocation (ns)', ['', 'min', 'median', 'max', 'in calls'], rows);
}

function loading(): void {
  const lines = libraryLines();
  const bytes = compileKernel();
  const time = (work: () => void): Figures => {
    work();
    return figures(
      Array.from({ length: 5 }, () => {
        const from = performance.now();
        work();
        return performance.now() - from;
      }),
    );
  };
  const decoded = decodeModule(bytes);
  if ('error' in decoded) throw new Error('the library does not decode');
  const rows = [
    ['compile (parse, check, lower, encode; warm)', time(() => compileKernel())],
    ['decode', time(() => decodeModule(bytes))],
    ['verify', time(() => verifyModule(decoded.module, { trusted: true }))],
    ['boot: decode, verify, link, generate', time(() => boot(powerOn(nodeHost()), kernelBytes()))],
  ] as const;
  table(
    `The library (${lines} lines, ${bytes.length} bytes of bytecode), ms`,
    ['', 'min', 'median', 'max', 'ms per 1000 lines'],
    rows.map(([name, f]) => [name, number(f.min), number(f.median), number(f.max), number((f.median / lines) * 1000)]),
  );
}

const { values, positionals: wanted } = parseArgs({ allowPositionals: true, options: { json: { type: 'boolean' } } });
const json = values.json ?? false;

const PARTS: Readonly<Record<string, () => void | Promise<void>>> = {
  events,
  strands,
  blocked,
  quotas,
  dispatch,
  loading,
  compiler,
  code: () => code({ json }),
};
const unknown = wanted.filter((name) => !Object.hasOwn(PARTS, name));
if (unknown.length > 0) {
  console.error(`no part ${unknown.join(', ')}; there are ${Object.keys(PARTS).join(', ')}`);
  process.exit(2);
}
if (json && wanted.join() !== 'code') {
  console.error('only the part `code` prints JSON: npm run --silent bench -- code --json');
  process.exit(2);
}
for (const name of wanted.length > 0 ? wanted : Object.keys(PARTS)) await PARTS[name]!();
