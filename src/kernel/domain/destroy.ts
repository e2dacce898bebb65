/**
 * Destroying an extension: nothing of it runs any more, and what is its own goes.
 *
 * Others may still hold its procedures, objects and variables. Procedures raise `ProtectionFault` from now on, also as events; objects and variables stay as long as
 * something refers to them, the collector sees to that.
 */
import { wrapNatives } from '../codegen/natives.ts';
import { procedureSignature } from '../codegen/signature.ts';
import type { Kernel } from '../kernel.ts';
import type { Strand } from '../strands/strand.ts';
import type { Extension } from './extension.ts';
import { reclaimIfDue } from './reclaim.ts';
import { slotName } from './slots.ts';

/** Frames of the dispatcher's code, as `dispatch/stub/stitcher.ts` names its modules. */
const STUB = /wasm:\/\/wasm\/(e\d+\.|raise\.)/;

/** False if it was destroyed before. */
export function destroyExtension(kernel: Kernel, e: Extension): boolean {
  if (e.state === 'destroyed') return false;
  const wasLinked = e.linked !== undefined;
  e.state = 'destroyed';
  for (const strand of kernel.strands.strands.values()) {
    if (strand.domain === e.account) kernel.strands.kill(strand, `domain ${e.name} was destroyed`);
  }
  for (const hook of kernel.onDestroy) hook(e);
  if (wasLinked) closeSlots(kernel, e);
  for (const a of e.authorizers.splice(0)) a.release?.();
  const name = kernel.generated.get(e)?.name;
  kernel.generated.delete(e);
  // Its code may still be in the middle of something, and has addresses in it that the collector does not see.
  // A strand of others is out of it once it is seen without its code, and without stubs of events, on its stack: it cannot get in again.
  const inside = (stack: string, strand: Strand) =>
    strand.domain === e.account || STUB.test(stack) || (name !== undefined && stack.includes(`wasm://wasm/${name}-`));
  kernel.strands.ends.whenEnded(kernel.strands.strands.values(), () => leave(kernel, e), inside);
  if (kernel.strands.current) kernel.strands.ends.look(kernel.strands.current);
  return true;
}

/** No strand is in the extension any more. Its memory goes when no code of others has addresses of its variables and names. */
function leave(kernel: Kernel, e: Extension): void {
  e.left = true;
  const todo = [e];
  for (let next = todo.pop(); next; next = todo.pop()) {
    if (!next.left || next.dependents.size > 0) continue;
    kernel.heap.freeDomain(next.account);
    kernel.remains.add(next);
    for (const provider of next.providers.values()) if (provider.dependents.delete(next)) todo.push(provider);
  }
  reclaimIfDue(kernel);
}

/** Code that runs at this moment is not in the table's hands: a strand of another domain that is in a procedure of this one finishes it. */
function closeSlots(kernel: Kernel, e: Extension): void {
  const infos = [...kernel.slots.ofDomain(e.number)].filter((info) => info.type !== undefined);
  const closed = wrapNatives(
    infos.map((info) => ({
      name: slotName(info),
      signature: procedureSignature(info.type!, info.nested),
      implementation: refusal(kernel, slotName(info), e.name),
    })),
    kernel.imports,
  );
  infos.forEach((info, i) => {
    kernel.slots.set(info.slot, closed[i]!);
  });
}

/** Keeps nothing of the extension. */
function refusal(kernel: Kernel, procedure: string, domain: string): () => never {
  return () => {
    throw kernel.faults.make(
      'ProtectionFault',
      `${procedure} is a procedure of the domain ${domain}, which was destroyed`,
    );
  };
}
