/**
 * What becomes of extensions, one of them hostile: loaded in order into a kernel that watches what their code touches, started, looked over.
 */
import type { SpxModule } from '../../src/bytecode/module.ts';
import { verifyModule } from '../../src/bytecode/verify/verify.ts';
import { destroy, initialise, resolveAll, run } from '../../src/kernel/control.ts';
import type { Domain } from '../../src/kernel/domain/domain.ts';
import type { Kernel } from '../../src/kernel/kernel.ts';
import { createFromModule } from '../../src/kernel/load/create.ts';
import { LinkError } from '../../src/kernel/load/link-error.ts';
import { sourceMachine } from '../kernel/source.ts';
import { audit } from './audit.ts';
import { Guard } from './guard.ts';

/** Work that one extension may do before it is stopped. */
const FUEL = 300_000;

/** A kernel for many extensions in a row: what a bad one leaves behind must not hurt the next. */
export interface Arena {
  readonly kernel: Kernel;
  readonly guard: Guard;
}

export function arena(watched: boolean): Arena {
  const guard = new Guard();
  // Small, so that what allocates without end is at its end soon.
  const memoryBytes = 32 * 1024 * 1024;
  const check = (address: number, bytes: number, write: boolean) => guard.kernel && guard.check(address, bytes, write);
  const { kernel } = sourceMachine({ memoryBytes, ...(watched && { watchMemory: check }) });
  guard.kernel = kernel;
  return { kernel, guard };
}

/**
 * A rule's code when one was refused; else how it ended. Throws an Error that tells what rule of the kernel was broken.
 */
export async function fate({ kernel, guard }: Arena, modules: readonly SpxModule[]): Promise<string> {
  const loaded: Domain[] = [];
  let end = 'ended';
  try {
    end = await runAll(kernel, modules, loaded);
  } catch (error) {
    if (!(error instanceof LinkError)) throw error;
    end = error.code;
  }
  if (guard.violations.length > 0) throw new Error(`its code ${guard.violations[0]}`);
  kernel.heap.collect();
  const wrong = audit(kernel);
  if (wrong.length > 0) throw new Error(wrong.join('\n'));
  for (const domain of loaded.reverse()) destroy(kernel, domain);
  // Strands that were killed come to their ends, and give back what they hold.
  kernel.strands.limits = { fuel: kernel.strands.clock.fuel + FUEL };
  await run(kernel);
  return end;
}

async function runAll(kernel: Kernel, modules: readonly SpxModule[], loaded: Domain[]): Promise<string> {
  for (const module of modules) {
    const [refused] = verifyModule(module);
    if (refused) return refused.code;
    kernel.strands.limits = { fuel: kernel.strands.clock.fuel + FUEL };
    const domain = kernel.domains.create(module.name, [createFromModule(kernel, module.name, module)]);
    loaded.push(domain);
    await resolveAll(kernel, domain, [...loaded.slice(0, -1).reverse(), kernel.publicDomain]);
    const outcome = await initialise(kernel, domain);
    if (outcome.kind === 'failed') {
      const { kind } = outcome.report;
      if (kind === 'crash') throw new Error(`the kernel crashed: ${JSON.stringify(outcome.report)}`);
      return kind;
    }
    if (outcome.kind !== 'ended') return outcome.kind;
  }
  return 'ended';
}
