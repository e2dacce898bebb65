/**
 * Raising the events of interface Strand from the scheduler: its handlers run between two turns, without waiting, and for a limited time.
 */
import { endStrand } from '../control.ts';
import { MemoryError } from '../heap/errors.ts';
import type { Handle } from '../heap/roots.ts';
import type { Kernel } from '../kernel.ts';
import { eventSlot } from '../load/link.ts';
import { endingOf } from '../strands/ending.ts';
import { activate } from '../strands/jspi.ts';
import type { Strand } from '../strands/strand.ts';
import type { StrandEvent, StrandEvents } from '../strands/watchers.ts';
import { strandRef } from './strand.ts';

/** Fuel for the handlers of one raise. */
const BUDGET = 50_000;

/** Undefined when the core has no interface Strand. */
export function strandEvents(k: Kernel): StrandEvents | undefined {
  const { core } = k;
  if (!core?.exports.has('Strand')) return undefined;
  const procedures = (event: StrandEvent) => {
    const slot = eventSlot(core, 'Strand', event);
    return { slot, intrinsic: k.slots.info(slot)!.intrinsic };
  };
  const slots: Readonly<Record<StrandEvent, { readonly slot: number; readonly intrinsic: number }>> = {
    Block: procedures('Block'),
    Unblock: procedures('Unblock'),
    Checkpoint: procedures('Checkpoint'),
    Resume: procedures('Resume'),
  };
  /** With its Strand.T, which must be the same when the strand has ended meanwhile. */
  const pending: { readonly event: StrandEvent; readonly strand: Strand; readonly object: Handle }[] = [];
  let telling: { readonly event: StrandEvent; readonly strand: Strand } | undefined;
  let kernelStrand: Strand | undefined;
  let untold = false;

  const hasHandlers = (event: StrandEvent): boolean => {
    const { slot, intrinsic } = slots[event];
    return k.slots.get(slot) !== k.slots.get(intrinsic);
  };
  let changes = -1;
  let handled = false;
  /** Asked several times in every switch, and the answer is hardly ever another one. */
  const isAnyHandled = (): boolean => {
    if (changes !== k.slots.changes) {
      handled = hasHandlers('Block') || hasHandlers('Unblock') || hasHandlers('Checkpoint') || hasHandlers('Resume');
      changes = k.slots.changes;
    }
    return handled;
  };
  const wants = (event: StrandEvent): boolean => isAnyHandled() && hasHandlers(event);
  /** With no memory for what a handler is given nobody can be told; the scheduler goes on, and says so once. */
  const unlessFull = <V>(event: StrandEvent, make: () => V): V | undefined => {
    try {
      return make();
    } catch (error) {
      if (!(error instanceof MemoryError)) throw error;
      if (!untold) k.log(`spin: no memory is left to tell the handlers of Strand.${event}`);
      untold = true;
      return undefined;
    }
  };
  const raise = (event: StrandEvent, strand: Strand, object?: number): void => {
    if (!wants(event)) return;
    kernelStrand ??= unlessFull(event, () => k.strands.kernelStrand());
    const ref = object ?? unlessFull(event, () => strandRef(k, strand));
    if (!kernelStrand || ref === undefined) return;
    const kernel = kernelStrand;
    telling = { event, strand };
    const entry = k.slots.get(slots[event].slot)!;
    // On a stack of its own, since it might call what could wait; it comes back without, and what it failed of arrives later.
    const done = k.strands.interlude(kernel, BUDGET, () => activate(entry, [ref]));
    telling = undefined;
    done.catch((error: unknown) => {
      const ending = endingOf(kernel, error, k.imports.exn as WebAssembly.Tag, k.imports.kill as WebAssembly.Tag);
      const late = {
        kind: 'terminated',
        reason: `handlers of Strand.${event} took more than ${BUDGET} units`,
      } as const;
      endStrand(k, ending.kind === 'terminated' ? late : ending, kernel);
    });
  };
  return {
    areQuiet: () => pending.length === 0 && !isAnyHandled(),
    wants,
    raise: (event, strand) => raise(event, strand),
    tells: (event, strand) => telling?.event === event && telling.strand === strand,
    note: (event, strand) => {
      if (!wants(event)) return;
      const ref = unlessFull(event, () => strandRef(k, strand));
      if (ref !== undefined) pending.push({ event, strand, object: k.heap.hold(ref) });
    },
    raisePending: () => {
      while (pending.length > 0) {
        const { event, strand, object } = pending.shift()!;
        raise(event, strand, object.ref);
        object.release();
      }
    },
  };
}
