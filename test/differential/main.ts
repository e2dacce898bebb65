/**
 * npm run test:differential -- [N] [--seed S]
 *
 * N random programs, in batches, over two processes: prints the seed, what they were made of, and the first program for which compiled code and evaluator
 * differ, made as small as it gets.
 */
import { fork } from 'node:child_process';
import { parseArgs } from 'node:util';
import { batch, type Difference, differing } from './chain.ts';
import { features } from './features.ts';
import { shrunk } from './shrink.ts';

const BATCH = 100;
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { seed: { type: 'string', default: '1' }, from: { type: 'string' }, jobs: { type: 'string', default: '2' } },
});
const total = Number(positionals[0] ?? 50_000);
const seed = Number(values.seed);

interface News {
  readonly done: number;
  readonly counts: Record<string, number>;
  readonly difference?: Difference & { index: number };
}

/** Batches from `first` in steps of `step`. */
async function work(first: number, step: number, say: (news: News) => void): Promise<void> {
  for (let at = first * BATCH; at < total; at += step * BATCH) {
    const count = Math.min(BATCH, total - at);
    const programs = batch(seed, at, count);
    const difference = await differing(programs);
    say({
      done: count,
      counts: features(programs),
      ...(difference ? { difference: { ...(await shrunk(difference)), index: at } } : {}),
    });
    if (difference) return;
  }
}

function report(difference: Difference): void {
  console.log(`\nprogram ${difference.seed} differs:\n\n${difference.text}`);
  console.log(`evaluator:\n${difference.expected}\n\ncompiled:\n${difference.got}`);
}

if (values.from !== undefined) {
  await work(Number(values.from), Number(values.jobs), (news) => process.send?.(news));
  process.disconnect?.();
} else {
  const jobs = Number(values.jobs);
  const started = performance.now();
  const counts = new Map<string, number>();
  let done = 0;
  let shown = 0;
  console.log(`seed ${seed}: ${total} programs`);
  const ends = Array.from({ length: jobs }, (_, i) => {
    const child = fork(import.meta.filename, [
      String(total),
      '--seed',
      String(seed),
      '--from',
      String(i),
      '--jobs',
      String(jobs),
    ]);
    child.on('message', (news: News) => {
      done += news.done;
      for (const [name, n] of Object.entries(news.counts)) counts.set(name, (counts.get(name) ?? 0) + n);
      if (news.difference) {
        process.exitCode = 1;
        report(news.difference);
      }
      if (done - shown >= 5000) {
        shown = done;
        console.log(`${done} programs, ${((performance.now() - started) / 1000).toFixed(0)} s`);
      }
    });
    return new Promise<void>((end) => {
      child.on('exit', (code) => {
        if (code !== 0) process.exitCode = 1;
        end();
      });
    });
  });
  await Promise.all(ends);
  console.log(
    [...counts]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, n]) => `${name} ${n}`)
      .join(', '),
  );
  console.log(
    `${done} programs in ${((performance.now() - started) / 1000).toFixed(0)} s: ${process.exitCode ? 'different' : 'none differs'}`,
  );
}
