/**
 * What is left of destroyed domains when their memory is gone: slots of the function table, types, entries in the kernel's books.
 *
 * They may still be mentioned: a slot by a procedure value, a type by objects. Both are numbers in memory, generated code keeps procedure values where they can be
 * seen, as it does with references, and so it is enough to look at all of memory once in a while. A number that happens to be equal keeps something for longer.
 */
import type { Kernel } from '../kernel.ts';
import type { RuntimeType } from '../types/runtime-type.ts';
import type { Extension } from './extension.ts';

/** Slots of destroyed domains that are worth looking. */
const ENOUGH = 1024;
/** So few free ones, too. */
const SCARCE = 8192;

export function reclaimIfDue(kernel: Kernel): void {
  const slots = remainingSlots(kernel);
  if (slots >= kernel.remains.due || (slots > 256 && kernel.slots.freeCount < SCARCE)) reclaim(kernel);
}

function remainingSlots(kernel: Kernel): number {
  let count = kernel.remains.slots.size;
  for (const e of kernel.remains.extensions) count += e.slots.length;
  return count;
}

/** Extensions that were destroyed and that nothing runs in, and slots of theirs that were still mentioned at the last look. */
export class Remains {
  readonly extensions = new Set<Extension>();
  readonly slots = new Set<number>();
  due = ENOUGH;

  add(e: Extension): void {
    this.extensions.add(e);
  }
}

/** Gives back what nothing mentions. */
export function reclaim(kernel: Kernel): void {
  const { remains, heap, slots } = kernel;
  heap.collect();
  for (const e of remains.extensions) {
    for (const s of e.slots) {
      remains.slots.add(s.code);
      if (s.event !== 0) remains.slots.add(s.event);
    }
    forget(kernel, e);
  }
  remains.extensions.clear();
  for (const slot of reclaimTypes(kernel)) remains.slots.add(slot);
  const kept = heap.mentioned(remains.slots);
  for (const slot of kernel.exitors) kept.add(slot);
  const free = [...remains.slots].filter((slot) => !kept.has(slot));
  slots.release(free);
  for (const slot of free) remains.slots.delete(slot);
  // If much is mentioned, looking again soon would be in vain.
  remains.due = ENOUGH + 2 * remains.slots.size;
}

function forget(kernel: Kernel, e: Extension): void {
  e.linked = undefined;
  e.providers.clear();
  for (const identity of [...e.interfaces.values(), ...e.modules.values()]) kernel.units.remove(identity);
  for (const exception of e.exceptions) {
    kernel.exceptions.remove(exception);
    kernel.types.forgetException(exception);
  }
  kernel.extensions.remove(e.number);
  for (const domain of kernel.domains) {
    const gone = domain.extensions.size > 0 && [...domain.extensions].every((x) => x.state === 'destroyed');
    if (!gone || (kernel.domainRefs.get(domain)?.ref ?? 0) !== 0) continue;
    kernel.domainRefs.get(domain)?.release();
    kernel.domainRefs.delete(domain);
    kernel.domains.remove(domain);
  }
}

/** Types that no domain has and no object is of. The result: the slots of their initialisers. */
function reclaimTypes(kernel: Kernel): number[] {
  const { types, layouts, heap } = kernel;
  const live: RuntimeType[] = [];
  for (const e of kernel.extensions) live.push(...(e.linked?.types ?? []));
  for (const x of kernel.exceptions) if (x.argument) live.push(x.argument);
  let dead = types.unreached(live);
  for (;;) {
    const pieces = dead.flatMap((type) => {
      const known = layouts.knownDescriptor(type);
      return known ? [{ type, ...known }] : [];
    });
    pieces.sort((a, b) => a.start - b.start);
    const kept = heap.mentioned(new Set(pieces.map((p) => p.address)), pieces);
    const used = pieces.filter((p) => kept.has(p.address));
    if (used.length === 0) break;
    live.push(...used.map((p) => p.type));
    dead = types.unreached(live);
  }
  const initialisers = dead.map((type) => layouts.forgetDescriptor(type)).filter((slot) => slot !== 0);
  types.forget(dead);
  return initialisers;
}
