/**
 * The busy hour in a process of its own, as `hour.c` has it. Arguments: `spin` or `javascript`, SECONDS, EVERY (after so many seconds what is live and held is looked at), and `real` if
 * seconds are those of the clock.
 */
import { constants, type PerformanceNodeEntry, PerformanceObserver } from 'node:perf_hooks';
import { processorTime } from '../alternate.ts';

/** Bytes. */
export interface Sample {
  /** Seconds of the hour. */
  readonly passed: number;
  /** Objects so far. */
  readonly made: number;
  /** Nanoseconds of processor time since the last sample. */
  readonly time: number;
  /** What the program asked for and can still use. */
  readonly live: number;
  /** The same with headers, and rounded up. */
  readonly used: number;
  /** What the heap has from the system. */
  readonly held: number;
  /** Of that, what is free in one piece with nothing live in it, for objects of any size. */
  readonly whole: number;
  readonly resident: number;
}

export interface HourAnswer {
  readonly samples: readonly Sample[];
  /** Milliseconds by the clock. */
  readonly pauses: readonly number[];
}

interface Subject {
  second(t: number): Promise<void>;
  made(): Promise<number>;
  /** After a collection. */
  memory(): Promise<Pick<Sample, 'live' | 'used' | 'held' | 'whole'>>;
  pauses(): Promise<readonly number[]>;
}

const WORD = 8;

async function spin(): Promise<Subject> {
  const { Bench } = await import('../harness.ts');
  const bench = new Bench();
  const [extension] = (await bench.load('collector')).extensions;
  const { heap } = bench.kernel;
  const pauses: number[] = [];
  const collect = heap.collect.bind(heap);
  heap.collect = () => {
    const from = performance.now();
    collect();
    pauses.push(performance.now() - from);
  };
  const ask = async (name: string): Promise<number> => Number((await bench.call(`Hour.${name}`, 0n)).result);
  return {
    second: async (t) => void (await bench.call('Hour.Second', BigInt(t))),
    made: () => ask('Made'),
    async memory() {
      collect();
      const { memoryBytes, freeBytes } = heap.statistics();
      return {
        live: (await ask('Live')) * WORD,
        used: heap.usage(extension!.account).heapBytes,
        held: memoryBytes,
        whole: freeBytes,
      };
    },
    pauses: async () => pauses,
  };
}

async function javascript(): Promise<Subject> {
  const { second, made, live } = await import(new URL('hour.js', import.meta.url).href);
  const { gc } = globalThis as { gc?: () => void };
  if (!gc) throw new Error('run Node with --expose-gc');
  const pauses: number[] = [];
  const observer = new PerformanceObserver((list) => {
    for (const { duration, detail } of list.getEntries() as unknown as readonly PerformanceNodeEntry[]) {
      const { flags } = detail as { flags: number };
      if ((flags & constants.NODE_PERFORMANCE_GC_FLAGS_FORCED) === 0) pauses.push(duration);
    }
  });
  observer.observe({ entryTypes: ['gc'] });
  return {
    second: async (t) => second(t),
    made: async () => made(),
    async memory() {
      gc();
      const { heapUsed, heapTotal } = process.memoryUsage();
      return { live: live() * WORD, used: heapUsed, held: heapTotal, whole: 0 };
    },
    async pauses() {
      // It is told when nothing else is to be done.
      await new Promise((resolve) => setTimeout(resolve, 10));
      return pauses;
    },
  };
}

async function busyHour(subject: Subject, seconds: number, every: number, real: boolean): Promise<HourAnswer> {
  const samples: Sample[] = [];
  const start = performance.now();
  let t = 0;
  for (let passed = 0; passed < seconds; ) {
    const next = passed - (passed % every) + every;
    const time = await processorTime(async () => {
      while (passed < next) {
        await subject.second(t++);
        passed = real ? Math.floor((performance.now() - start) / 1000) : t;
      }
    });
    const [made, memory] = [await subject.made(), await subject.memory()];
    samples.push({ passed, made, time, ...memory, resident: process.memoryUsage.rss() });
  }
  return { samples, pauses: await subject.pauses() };
}

const [language, seconds, every, real] = process.argv.slice(2) as [string, string, string, string?];
const subject = await (language === 'spin' ? spin() : javascript());
console.log(JSON.stringify(await busyHour(subject, Number(seconds), Number(every), real === 'real')));
