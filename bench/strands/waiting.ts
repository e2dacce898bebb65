/**
 * What so many strands, promises or worker threads take that wait, in a process of its own. Arguments: `spin`, `promises` or `workers`; how many. Prints JSON: nanoseconds of processor time
 * until all wait, and kilobytes of resident memory before and after.
 */
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

export interface Waiting {
  readonly time: number;
  readonly before: number;
  readonly after: number;
}

const resident = (): number => process.memoryUsage.rss() / 1024;

const KINDS: Readonly<Record<string, (count: number) => Promise<() => Promise<unknown>>>> = {
  async spin(count) {
    const { Bench } = await import('../harness.ts');
    const bench = new Bench();
    await bench.load('strands');
    await bench.call('Strands.Blocked', 1n);
    return async () => {
      await bench.call('Strands.Blocked', BigInt(count));
      await bench.kernel.strands.run();
    };
  },
  async promises(count) {
    const kept: Promise<number>[] = [];
    const wakers: (() => void)[] = [];
    const wait = async (n: number): Promise<number> => {
      await new Promise<void>((resolve) => wakers.push(resolve));
      return n;
    };
    return async () => {
      for (let i = 0; i < count; i++) kept.push(wait(i));
      return kept;
    };
  },
  async workers(count) {
    const worker = new URL('worker.js', import.meta.url);
    return () =>
      Promise.all(
        Array.from({ length: count }, () => once(new Worker(worker, { workerData: { kind: 'wait' } }), 'online')),
      );
  },
};

const [kind, count] = process.argv.slice(2) as [string, string];
const work = await KINDS[kind]!(Number(count));
const before = resident();
const from = process.cpuUsage();
await work();
const { user, system } = process.cpuUsage(from);
console.log(JSON.stringify({ time: (user + system) * 1000, before, after: resident() } satisfies Waiting));
process.exit();
