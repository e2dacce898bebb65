/**
 * Measures one collector in a process of its own, as `collector.c` does. Arguments: `spin` or `javascript`; `short N RUNS`, `varied N RUNS`, `pause N RUNS` (collections with so many records
 * live), or `churn N`.
 */
import { processorTime, type Work } from '../alternate.ts';

export interface Churn {
  readonly time: number;
  readonly live: number;
  /** Resident kilobytes. */
  readonly before: number;
  readonly after: number;
}

interface Subject {
  readonly short: Work;
  readonly varied: Work;
  readonly keep: Work;
  readonly collect: Work;
  readonly churn: Work;
  live(): Promise<number>;
}

const SUBJECTS: Readonly<Record<string, () => Promise<Subject>>> = {
  async spin() {
    const { Bench } = await import('../harness.ts');
    const bench = new Bench();
    await bench.load('collector');
    const work = (name: string): Work => bench.work(`Collector.${name}`);
    return {
      short: work('Short'),
      varied: work('Varied'),
      keep: work('Keep'),
      collect: work('Collect'),
      churn: work('Churn'),
      live: async () => Number((await bench.call('Collector.Live', 0n)).result),
    };
  },
  async javascript() {
    const { short, varied, keep, churn, live } = await import(new URL('collector.js', import.meta.url).href);
    const { gc } = globalThis as { gc?: () => void };
    if (!gc) throw new Error('run Node with --expose-gc');
    const collect = (n: number) => {
      for (let i = 0; i < n; i++) gc();
    };
    return { short, varied, keep, collect, churn, live: async () => live() };
  },
};

const [language, what, n, runs] = process.argv.slice(2) as [string, string, string, string];
const subject = await SUBJECTS[language]!();
const resident = (): number => process.memoryUsage.rss() / 1024;

async function repeat(work: Work, rounds: number): Promise<number[]> {
  for (let i = 0; i < 5; i++) await work(rounds);
  const times: number[] = [];
  for (let i = 0; i < Number(runs); i++) times.push(await processorTime(() => work(rounds)));
  return times;
}

async function churn(): Promise<Churn> {
  await subject.churn(1);
  const before = resident();
  const time = await processorTime(() => subject.churn(Number(n)));
  return { time, live: await subject.live(), before, after: resident() };
}

async function pause(): Promise<number[]> {
  await subject.keep(Number(n));
  return repeat(subject.collect, 1);
}

const answers: Readonly<Record<string, () => Promise<unknown>>> = {
  short: () => repeat(subject.short, Number(n)),
  varied: () => repeat(subject.varied, Number(n)),
  pause,
  churn,
};
console.log(JSON.stringify(await answers[what]!()));
