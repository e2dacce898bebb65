/** A strand before it has run. */
import type { SpawnOptions, Stacks } from './contract.ts';
import type { Quotas } from './quota.ts';
import type { Strand } from './strand.ts';

/** Of strands that say nothing else; `Strand.defPriority`. */
const USUAL_PRIORITY = 1000;

/** Takes a stack; throws, and gives back what was counted for it, when there is no memory. */
export function newStrand(id: number, options: SpawnOptions, stacks: Stacks, quotas: Quotas): Strand {
  let stack: { readonly base: number; readonly limit: number };
  try {
    stack = stacks.allocate(options.domain, options.stackBytes);
  } catch (error) {
    if (!options.unlimited) quotas.giveBack(options.domain, 'strands');
    throw error;
  }
  return {
    id,
    name: options.name,
    domain: options.domain,
    share: quotas.of(options.domain),
    stackBase: stack.base,
    stackLimit: stack.limit,
    roots: undefined,
    sp: stack.base,
    state: 'blocked',
    priority: options.priority ?? USUAL_PRIORITY,
    consumed: 0,
    turnLeft: 0,
    budgets: [],
    killed: undefined,
    continuation: undefined,
    result: undefined,
    held: 0,
    unblocked: false,
    waitsFor: undefined,
    suspended: 0,
    wait: undefined,
    origins: undefined,
    originsLeft: 0,
    next: undefined,
    counted: !options.unlimited,
    onEnd: options.onEnd,
  };
}
