/**
 * `npm run bench`, or `npm run bench -- dispatch` for a part: measurements. Times are nanoseconds per operation, loop included, as minimum, median and maximum of several runs; machines are noisy, so read the ratios.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decodeModule } from '../src/bytecode/decode.ts';
import { verifyModule } from '../src/bytecode/verify/verify.ts';
import { compileKernel } from '../src/cli/compile.ts';
import { nodeHost } from '../src/cli/host/node.ts';
import { kernelBytes } from '../src/cli/library.ts';
import { powerOn } from '../src/emulator/board.ts';
import { boot } from '../src/kernel/boot.ts';
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

async function numeric(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'spin-bench-'));
  try {
    const program = join(folder, 'sieve');
    let native: Figures | undefined;
    try {
      execFileSync('gcc', ['-O2', '-o', program, join(import.meta.dirname, 'programs/numeric/sieve.c'), '-lm']);
      native = figures(
        execFileSync(program, ['1', '9'], { encoding: 'utf8' })
          .trim()
          .split('\n')
          .map((l) => Number(l.split(' ')[0])),
      );
    } catch (e) {
      console.log(`\n(no gcc to compare with: ${(e as Error).message.split('\n')[0]})`);
    }
    const bench = new Bench();
    await bench.load('numeric');
    const ours = await bench.measure('Sieve.Run', 1, 9);
    const ms = (f: Figures) => [f.min, f.median, f.max].map((n) => number(n / 1e6));
    const rows = [
      ['Modula-3 in the kernel, all checks on', ...ms(ours), native ? (ours.median / native.median).toFixed(2) : ''],
    ];
    if (native) rows.push(['C, gcc -O2', ...ms(native), '1.00']);
    table('Sieve to 2 000 000 and a product of 160 x 160 matrices (ms)', ['', 'min', 'median', 'max', 'ratio'], rows);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const PARTS: Readonly<Record<string, () => void | Promise<void>>> = {
  events,
  strands,
  blocked,
  quotas,
  dispatch,
  loading,
  compiler,
  numeric,
};
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !Object.hasOwn(PARTS, name));
if (unknown.length > 0) {
  console.error(`no part ${unknown.join(', ')}; there are ${Object.keys(PARTS).join(', ')}`);
  process.exit(2);
}
for (const name of wanted.length > 0 ? wanted : Object.keys(PARTS)) await PARTS[name]!();
