/**
 * Things to compare, measured in turn and by processor time: what else the machine does hits all of them, and counts for none.
 */
import { type Figures, figures } from './statistics.ts';

/** Does something so many times. */
export type Work = (rounds: number) => unknown;

/** Nanoseconds that this process computes, the engine's helpers included, which compile and collect beside it. */
export async function processorTime(work: () => unknown): Promise<number> {
  const from = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(from);
  return (user + system) * 1000;
}

/** Nanoseconds that a sample takes at least: what the clock gets wrong is little beside it. */
const SAMPLE = 2e6;
const MOST_ROUNDS = 1e8;

/** Warms up, and finds how many rounds make a sample. */
async function roundsOf(work: Work): Promise<number> {
  for (let rounds = 100; ; ) {
    const time = await processorTime(() => work(rounds));
    if (time >= SAMPLE || rounds >= MOST_ROUNDS) {
      // The engine makes good code of what has run long enough, and takes its time for that.
      for (let i = 0; i < 5; i++) {
        await work(rounds);
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
      const warm = await processorTime(() => work(rounds));
      if (warm >= SAMPLE || rounds >= MOST_ROUNDS) return rounds;
    }
    rounds *= 3;
  }
}

/** Nanoseconds per round of each. What no rounds take is left out. */
export async function alternate(
  works: readonly Work[],
  samples: number,
  before: (sample: number) => Promise<void> = async () => {},
): Promise<Figures[]> {
  await before(0);
  const rounds: number[] = [];
  for (const work of works) rounds.push(await roundsOf(work));
  const times = works.map((): number[] => []);
  const none = works.map((): number[] => []);
  for (let sample = 1; sample <= samples; sample++) {
    await before(sample);
    for (const [n, work] of works.entries()) {
      // What ran before has left its own in the processor's caches.
      await work(0);
      none[n]!.push(await processorTime(() => work(0)));
      times[n]!.push(await processorTime(() => work(rounds[n]!)));
    }
  }
  return times.map((t, n) => {
    const { median } = figures(none[n]!);
    return figures(t.map((time) => (time - median) / rounds[n]!));
  });
}
