/**
 * Memory over a busy hour: what the heap holds, of which so much is free between live objects, where only what is small enough can use it. The hour is one of the program's own time, and takes
 * less than a minute; on request it goes on for an hour of the clock.
 */
import type { Cell, Report } from '../report.ts';
import { cells, figures } from '../statistics.ts';
import type { HourAnswer } from './hour-child.ts';

export type HourAsker = (...args: readonly string[]) => HourAnswer;

const SECONDS = 3600;
const SAMPLES = 6;
const MB = 2 ** 20;

export function busyHour(all: readonly (readonly [string, HourAsker])[], real: boolean, report: Report): void {
  const memory: Cell[][] = [];
  const times: Cell[][] = [];
  const pauses: Cell[][] = [];
  let words: number | undefined;
  for (const [name, asker] of all) {
    const answer = asker(String(SECONDS), String(SECONDS / SAMPLES), ...(real ? ['real'] : []));
    const { samples } = answer;
    const live = samples.at(-1)!.live;
    words ??= live;
    if (!real && live !== words) throw new Error(`${name} has ${live} bytes live, not ${words}`);
    for (const { passed, live, used, held, whole, resident } of samples) {
      const scattered = held - whole - used;
      memory.push([
        `${name}: after ${Math.floor(passed / 60)} min`,
        ...[live, used, held, whole, scattered].map((bytes) => bytes / MB),
        (100 * scattered) / held,
        held / live,
        resident / MB,
      ]);
    }
    const made = samples.map((s, n) => s.made - (samples[n - 1]?.made ?? 0));
    times.push([name, samples.at(-1)!.made / 1e6, ...cells(figures(samples.map((s, n) => s.time / made[n]!)))]);
    if (answer.pauses.length > 0)
      pauses.push([name, String(answer.pauses.length), ...cells(figures(answer.pauses)), sum(answer.pauses) / 1000]);
  }
  const hour = real ? 'An hour' : 'A busy hour in short';
  report.table(
    `${hour}: memory (MB)`,
    ['', 'live', 'with headers', 'held', 'free blocks', 'scattered', '% of held', 'held/live', 'resident'],
    memory,
  );
  report.table(
    `${hour}: objects made, and processor time for each, by ten minutes (ns)`,
    ['', 'millions', 'min', 'median', 'max'],
    times,
  );
  report.table(`${hour}: pauses (ms by the clock)`, ['', 'collections', 'min', 'median', 'max', 'together, s'], pauses);
}

const sum = (values: readonly number[]): number => values.reduce((total, v) => total + v, 0);
