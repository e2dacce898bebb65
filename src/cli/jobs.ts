/**
 * Doing jobs as the commands need them: taken from what was kept of an earlier process, or done here, or, if a source nests too deeply for that, in a thread with a
 * large stack.
 */
import type { OptionSpec } from './arguments.ts';
import { isTooDeep, withDeepStack } from './deep-stack.ts';
import { InputError } from './exit.ts';
import type { Job, JobResult } from './job.ts';

export const CACHE_OPTION = {
  'no-cache': { type: 'boolean', help: 'take no results from the cache on disk, and keep none there' },
} as const satisfies Record<string, OptionSpec>;

/** Does a job, with a larger stack if it needs one; what checks and compilations gave before is taken from the user's cache if that is wanted. */
export async function doJob(job: Job, cache = false): Promise<JobResult> {
  const cached = cache && 'paths' in job ? job : undefined;
  // Who runs a compiled extension does not wait for this either.
  const results = cached && (await import('./cache/results.ts')).userResults();
  const known = cached && results?.get(cached);
  if (known) return known;
  const { perform } = await import('./compiler.ts');
  const { questions, kept, ...done } = perform(job, cached && results?.keptFiles(cached));
  if (isTooDeep(done.diagnostics)) return refusedOr((await withDeepStack(job)) ?? done);
  if (cached && kept) results?.keepFiles(cached, kept);
  // A compilation with errors may have hints that come from what this process did before.
  if (cached && questions && (job.kind === 'check' || done.bytes)) results?.put(cached, done, questions);
  return refusedOr(done);
}

function refusedOr(result: JobResult): JobResult {
  if (result.refused !== undefined) throw new InputError(result.refused);
  return result;
}
