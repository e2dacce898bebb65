/**
 * What the operator of the machine does with the kernel: load extensions, link them, start them, let them run.
 *
 * Extensions do the same through interface Domain; here it is done from outside, in strands made for the purpose.
 */
import { destroyExtension } from './domain/destroy.ts';
import { contentOf, type Domain } from './domain/domain.ts';
import type { Caller, Extension } from './domain/extension.ts';
import { initialise as runBodies } from './domain/initialise.ts';
import { MemoryError } from './heap/errors.ts';
import type { Kernel } from './kernel.ts';
import { createExtension } from './load/create.ts';
import { link } from './load/link.ts';
import { LinkError } from './load/link-error.ts';
import { resolve } from './load/resolve.ts';
import { releaseAll } from './natives/mutex.ts';
import { callerIn } from './natives/native.ts';
import type { Stop } from './strands/contract.ts';
import { describeDeadlock } from './strands/deadlock.ts';
import { type FailureReport, renderFailure, reportOf } from './strands/failure.ts';
import type { Ending, Strand } from './strands/strand.ts';

/** A program may go on for long in which strands fail again and again. */
const KEPT_FAILURES = 100;

/** How far the machine got. */
export type Outcome =
  /** What was to be done is done. */
  | { readonly kind: 'ended' }
  /** Process.Exit, or Process.Crash. */
  | { readonly kind: 'exit'; readonly code: number }
  /** What was to be done ended in an uncaught exception. */
  | { readonly kind: 'failed'; readonly report: FailureReport }
  /** A limit of the run was reached. */
  | { readonly kind: 'limit'; readonly limit: 'fuel' | 'time' }
  /** Strands are left that nothing can ever wake: who waits for what. */
  | { readonly kind: 'deadlock'; readonly strands: readonly string[] };

/** A new domain with the file as its extension. Throws LinkError. */
export function loadDomain(kernel: Kernel, name: string, bytes: Uint8Array): Domain {
  return kernel.domains.create(name, [createExtension(kernel, name, bytes)]);
}

/** Links the domain against these, the first that exports an interface first, and makes its code. Throws LinkError. */
export async function resolveAll(kernel: Kernel, domain: Domain, against: readonly Domain[]): Promise<Outcome> {
  const outcome = await inStrand(kernel, domain, 'link', async (call) => {
    for (const mapper of against) await resolve(mapper, domain, call);
  });
  if (outcome.kind === 'ended') for (const e of contentOf(domain).keys()) link(kernel, e);
  return outcome;
}

/** Runs the unit bodies of the domain, and first those of what it imports, as far as they have not run. Strands that they start go on later. */
export function initialise(kernel: Kernel, domain: Domain): Promise<Outcome> {
  return inStrand(kernel, domain, 'main', async (call) => {
    for (const e of contentOf(domain).keys()) await runBodies(kernel, e, call);
  });
}

/** Lets the strands run until none is left, then calls the exitors. */
export async function run(kernel: Kernel): Promise<Outcome> {
  const outcome = outcomeOf(await kernel.strands.run());
  kernel.machine.console.flush();
  if (outcome.kind !== 'ended' || kernel.exitors.length === 0) return outcome;
  return inStrand(kernel, kernel.publicDomain, 'exit', async (call) => {
    for (let exitor = kernel.exitors.pop(); exitor !== undefined; exitor = kernel.exitors.pop()) await call(exitor);
  });
}

/** False if all of it was destroyed before. */
export function destroy(kernel: Kernel, domain: Domain): boolean {
  return [...contentOf(domain).keys()].map((e: Extension) => destroyExtension(kernel, e)).includes(true);
}

/** Does the work in a strand that the domain pays for, and lets the machine run until it is done. A LinkError comes out; an uncaught exception is reported. */
async function inStrand(
  kernel: Kernel,
  domain: Domain,
  name: string,
  work: (call: Caller) => Promise<void>,
): Promise<Outcome> {
  let ended: Outcome | undefined;
  let linkError: LinkError | undefined;
  const [extension] = domain.extensions;
  const onEnd = (ending: Ending, strand: Strand) => {
    ended = { kind: 'ended' };
    if (ending.kind === 'crash' && ending.error instanceof LinkError) linkError = ending.error;
    else {
      const report = endStrand(kernel, ending, strand);
      if (report) ended = { kind: 'failed', report };
    }
  };
  // The largest stack that there is: programs recurse in their main strand.
  const stackBytes = Number.MAX_SAFE_INTEGER;
  const options = {
    name: `${domain.name} (${name})`,
    domain: extension?.account ?? 0,
    stackBytes,
    unlimited: true,
    onEnd,
  };
  try {
    kernel.strands.start(async (strand) => {
      await work(callerIn(kernel, strand));
      return undefined;
    }, options);
  } catch (error) {
    if (error instanceof MemoryError) throw new LinkError('K1110', `${domain.name} (${name}): ${error.message}`);
    throw error;
  }
  const stop = await kernel.strands.run(() => ended !== undefined);
  kernel.machine.console.flush();
  if (linkError) throw linkError;
  return ended ?? outcomeOf(stop);
}

/** What every strand's end brings with it: what it held is given up, and what it failed of is reported. */
export function endStrand(kernel: Kernel, ending: Ending, strand: Strand): FailureReport | undefined {
  releaseAll(kernel, strand);
  const report = reportOf(kernel, ending, strand);
  if (!report) return undefined;
  kernel.log(renderFailure(report));
  if (report.kind !== 'terminated' && ++kernel.counts.failures <= KEPT_FAILURES) kernel.failures.push(report);
  return report;
}

function outcomeOf(stop: Stop): Outcome {
  switch (stop.kind) {
    case 'done':
      return { kind: 'ended' };
    case 'exit':
      return { kind: 'exit', code: stop.code };
    case 'deadlock':
      return { kind: 'deadlock', strands: describeDeadlock(stop.strands) };
    default:
      return { kind: 'limit', limit: stop.kind };
  }
}
