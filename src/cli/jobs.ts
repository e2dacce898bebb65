/**
 * Doing jobs as the commands need them: here or, if a source nests too deeply for it, in a thread with a large stack.
 */
import { isTooDeep, withDeepStack } from './deep-stack.ts';
import { InputError } from './exit.ts';
import type { Job, JobResult } from './job.ts';

/** Does a job, with a larger stack if it needs one. */
export async function doJob(job: Job): Promise<JobResult> {
  const { perform } = await import('./compiler.ts');
  let result = perform(job);
  if (isTooDeep(result.diagnostics)) result = (await withDeepStack(job)) ?? result;
  if (result.refused !== undefined) throw new InputError(result.refused);
  return result;
}
