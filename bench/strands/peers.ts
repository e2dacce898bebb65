/**
 * Strands beside promises, worker threads, and POSIX threads through a small program in C: a switch, forking and joining, and ten thousand that wait. All times are processor time, the
 * operating system's part included, so that it matters less on how many processors threads run.
 */
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { Bench } from '../harness.ts';
import { ask, askScript, execute, missing } from '../processes.ts';
import type { Cell, Report } from '../report.ts';
import { cells, type Figures, figures, scaled } from '../statistics.ts';
import { engineForks, engineSwitches } from './engine.ts';
import type { Waiting } from './waiting.ts';

const RUNS = 9;
const WORKER = new URL('worker.js', import.meta.url);

/** Microseconds of processor time for each of so many rounds. */
async function measure(rounds: number, work: (rounds: number) => Promise<unknown>): Promise<Figures> {
  for (let i = 0; i < 3; i++) await work(rounds);
  const times: number[] = [];
  for (let i = 0; i < RUNS; i++) {
    const from = process.cpuUsage();
    await work(rounds);
    const { user, system } = process.cpuUsage(from);
    times.push((user + system) / rounds);
  }
  return figures(times);
}

interface Threads {
  readonly switch: Figures;
  readonly fork: Figures;
  readonly path: string;
}

const SWITCHES = 20_000;
/** As many of all, for the engine needs some thousand until its code is good. */
const FORKS = 20_000;

function pthreads(scratch: string): Threads {
  const path = join(scratch, 'pthreads');
  execute('gcc', ['-O2', '-Wall', '-Werror', '-pthread', '-o', path, join(import.meta.dirname, 'pthreads.c')]);
  const times = (what: string, rounds: number) =>
    scaled(figures(ask<number[]>(path, [what, String(rounds), String(RUNS)])), 1e-3 / rounds);
  return { switch: times('switch', SWITCHES), fork: times('fork', FORKS), path };
}

export async function strandPeers(report: Report): Promise<void> {
  const gone = missing('gcc');
  if (gone) report.note(`POSIX threads are left out: ${gone}`);
  const scratch = mkdtempSync(join(tmpdir(), 'spin-bench-'));
  try {
    const threads = gone ? undefined : pthreads(scratch);
    const bench = new Bench();
    for (const name of ['server', 'events', 'strands']) await bench.load(name);
    const call = await measure(5_000_000, (n) => bench.call('Bench.LocalCalls', BigInt(n)));
    await switches(bench, call, threads, report);
    await forks(bench, call, threads, report);
    waiting(threads, report);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

function rowsOf(call: Figures): { readonly rows: Cell[][]; row(name: string, f: Figures): void } {
  const rows: Cell[][] = [];
  let first: Figures | undefined;
  return {
    rows,
    row(name, f) {
      first ??= f;
      rows.push([name, ...cells(f), f.median / call.median, f.median / first.median]);
    },
  };
}

const COLUMNS = ['', 'min', 'median', 'max', 'in procedure calls', 'in the first row’s'];

async function switches(bench: Bench, call: Figures, threads: Threads | undefined, report: Report): Promise<void> {
  const { rows, row } = rowsOf(call);
  const half = (f: Figures) => scaled(f, 0.5);
  const ours = (procedure: string) => measure(SWITCHES, (n) => bench.call(procedure, BigInt(n)));
  row('strands: Block and Unblock', half(await ours('Strands.PingPong')));
  row('strands: semaphores', half(await ours('Strands.Semaphores')));
  row('the engine’s stacks alone', half(await measure(SWITCHES, engineSwitches)));
  row('promises: two async functions in turn', half(await measure(SWITCHES, promises)));
  row('worker threads: messages', half(await measure(2_000, messages)));
  row('worker threads: shared memory, Atomics.wait', half(await measure(2_000, sharedMemory)));
  if (threads) row('POSIX threads: semaphores', half(threads.switch));
  report.table('A switch: half of there and back (us of processor time)', COLUMNS, rows);
}

interface Gate {
  readonly passed: Promise<void>;
  open(): void;
}

function gate(): Gate {
  let open = (): void => {};
  const passed = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { passed, open };
}

/** Two asynchronous functions that wait for each other by turns. */
async function promises(rounds: number): Promise<void> {
  let [here, there] = [gate(), gate()];
  const ping = async (): Promise<void> => {
    for (let i = 0; i < rounds; i++) {
      here = gate();
      there.open();
      await here.passed;
    }
  };
  const pong = async (): Promise<void> => {
    for (let i = 0; i < rounds; i++) {
      await there.passed;
      there = gate();
      here.open();
    }
  };
  await Promise.all([ping(), pong()]);
}

async function messages(rounds: number): Promise<void> {
  const worker = new Worker(WORKER, { workerData: { kind: 'messages' } });
  for (let i = 0; i < rounds; i++) {
    worker.postMessage(i);
    await once(worker, 'message');
  }
  worker.postMessage('end');
  await once(worker, 'exit');
}

async function sharedMemory(rounds: number): Promise<void> {
  const turn = new Int32Array(new SharedArrayBuffer(4));
  const worker = new Worker(WORKER, { workerData: { kind: 'memory', turn, rounds } });
  await once(worker, 'online');
  for (let i = 0; i < rounds; i++) {
    Atomics.store(turn, 0, 1);
    Atomics.notify(turn, 0);
    Atomics.wait(turn, 0, 1);
  }
  await once(worker, 'exit');
}

async function forks(bench: Bench, call: Figures, threads: Threads | undefined, report: Report): Promise<void> {
  const { rows, row } = rowsOf(call);
  row('strands: Fork and Join', await measure(FORKS, (n) => bench.call('Strands.ForkJoin', BigInt(n))));
  row('the engine’s stacks alone', await measure(FORKS, engineForks));
  const nothing = async (): Promise<void> => {};
  row(
    'promises: an async function called and awaited',
    await measure(100_000, async (n) => {
      for (let i = 0; i < n; i++) await nothing();
    }),
  );
  row(
    'worker threads: made, and over',
    await measure(5, async (n) => {
      for (let i = 0; i < n; i++) await once(new Worker(WORKER), 'exit');
    }),
  );
  if (threads) row('POSIX threads: made and joined', threads.fork);
  report.table('Fork and join (us of processor time)', COLUMNS, rows);
}

const MANY = 10_000;
const WORKERS = 50;

function waiting(threads: Threads | undefined, report: Report): void {
  const script = join(import.meta.dirname, 'waiting.ts');
  const rows: Cell[][] = [];
  const row = (name: string, count: number, one: () => Waiting) => {
    const runs = Array.from({ length: 3 }, one);
    const memory = figures(runs.map(({ before, after }) => (after - before) / count));
    const time = figures(runs.map((r) => r.time / 1000 / count));
    rows.push([`${count} ${name}`, ...cells(memory), ...cells(time)]);
  };
  const onNode = (kind: string, count: number) => () => askScript<Waiting>(script, [kind, String(count)]);
  row('strands', MANY, onNode('spin', MANY));
  row('promises', MANY, onNode('promises', MANY));
  row('worker threads', WORKERS, onNode('workers', WORKERS));
  if (threads) {
    const of = (count: number) => () => ask<Waiting>(threads.path, ['wait', String(count)]);
    try {
      row('POSIX threads', MANY, of(MANY));
    } catch (e) {
      report.note(`${MANY} POSIX threads are more than this machine lets a process have: ${(e as Error).message}`);
      row('POSIX threads', MANY / 10, of(MANY / 10));
    }
  }
  report.table(
    'Made, and waiting: resident memory (KB each) and processor time (us each)',
    ['', 'KB: min', 'median', 'max', 'us: min', 'median', 'max'],
    rows,
  );
}
