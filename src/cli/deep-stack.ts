/**
 * Sources that nest deeper than the process's own stack can follow are compiled again, in a thread with a large one.
 *
 * The thread runs the same program file; nothing is paid for it before a source needs it.
 */
import { realpathSync } from 'node:fs';
import { basename } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Job, JobResult } from './job.ts';

/** Ten thousand levels take about forty megabytes in the parser, which needs most. Only what is used becomes real memory. */
const STACK_MEGABYTES = 400;

/** Codes that say that a stack was exhausted. */
const TOO_DEEP = new Set(['P1016', 'M3099', 'L5012']);

export const isTooDeep = (diagnostics: readonly Diagnostic[]): boolean => diagnostics.some((d) => TOO_DEEP.has(d.code));

/** The first argument of a program that is such a thread: looking at that is cheaper than asking the engine. */
const IN_THREAD = '--deep-stack';

/** The job as done with a large stack; undefined where there is no such thread to be had. */
export async function withDeepStack(job: Job): Promise<JobResult | undefined> {
  const program = programFile();
  const { isMainThread, Worker } = await import('node:worker_threads');
  if (!isMainThread || program === undefined) return undefined;
  return new Promise((done) => {
    const worker = new Worker(program, {
      argv: [IN_THREAD],
      workerData: { job },
      resourceLimits: { stackSizeMb: STACK_MEGABYTES },
    });
    worker.once('message', done);
    worker.once('error', () => done(undefined));
    worker.once('exit', () => done(undefined));
  });
}

/** What runs now, if it is one of our tools: in a test it is not. */
function programFile(): string | undefined {
  if (process.argv[1] === undefined) return undefined;
  const path = realpathSync(process.argv[1]);
  return /^spinc?\.mjs$/.test(basename(path)) ? path : undefined;
}

/** Does the job that this thread was started for; false when it was started for none. */
export async function serveDeepStack(): Promise<boolean> {
  if (process.argv[2] !== IN_THREAD) return false;
  const { isMainThread, parentPort, workerData } = await import('node:worker_threads');
  const job = (workerData as { job?: Job } | null)?.job;
  if (isMainThread || job === undefined) return false;
  const { perform } = await import('./compiler.ts');
  parentPort!.postMessage(perform(job));
  return true;
}
