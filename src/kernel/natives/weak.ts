/**
 * Interfaces WeakRefNative, RTCollector: references that do not keep, and the collector from inside.
 *
 * What is to be done when an object ends is done by a strand of the domain that asked for it, in the order in which the objects ended. It runs like any other
 * strand; one domain's does not hold up another's.
 */
import { endStrand } from '../control.ts';
import type { WeakHandle } from '../heap/roots.ts';
import type { Kernel } from '../kernel.ts';
import { callerIn, fault, type NativeTable, payer, plain } from './native.ts';

interface Weak {
  readonly target: WeakHandle;
  /** The object that stands for the weak reference itself, and begins with it. */
  readonly cell: WeakHandle;
}

interface CleanUp {
  readonly domain: number;
  readonly slot: number;
  readonly target: number;
  readonly cell: number;
  release(): void;
}

interface WeakState {
  readonly all: Map<number, Weak>;
  count: number;
  /** What is to be done when they end, by nobody yet. */
  readonly waiting: Set<CleanUp>;
  /** By domain, in order. */
  readonly due: Map<number, CleanUp[]>;
  /** Domains with a strand that does it. */
  readonly working: Set<number>;
}

const states = new WeakMap<Kernel, WeakState>();

function weak(k: Kernel): WeakState {
  let state = states.get(k);
  if (state) return state;
  const made: WeakState = { all: new Map(), count: 0, waiting: new Set(), due: new Map(), working: new Set() };
  states.set(k, (state = made));
  k.heap.afterCollection.push(() => {
    for (const [id, w] of made.all) if (w.cell.ref === 0 || w.target.ref === 0) made.all.delete(id);
    for (const domain of made.due.keys()) begin(k, made, domain);
  });
  // Nobody is left who could do it.
  k.onDestroy.push((e) => {
    for (const c of [...made.waiting, ...(made.due.get(e.account) ?? [])]) if (c.domain === e.account) c.release();
    made.due.delete(e.account);
  });
  return state;
}

function register(k: Kernel, target: number, cell: number, slot: number): bigint {
  if (target === 0) throw fault(k, 'AttemptToDereferenceNIL', 'a weak reference refers to something');
  const state = weak(k);
  state.all.set(++state.count, { target: k.heap.holdWeakly(target), cell: k.heap.holdWeakly(cell) });
  if (slot !== 0) cleanUpLater(k, state, { domain: payer(k), slot, target, cell });
  return BigInt(state.count);
}

function cleanUpLater(k: Kernel, state: WeakState, what: Omit<CleanUp, 'release'>): void {
  const keptCell = k.heap.hold(what.cell);
  const forget = k.heap.atEnd(what.target, () => {
    state.waiting.delete(cleanUp);
    const due = state.due.get(what.domain);
    if (due) due.push(cleanUp);
    else state.due.set(what.domain, [cleanUp]);
  });
  const cleanUp: CleanUp = {
    ...what,
    release: () => {
      state.waiting.delete(cleanUp);
      keptCell.release();
      forget();
    },
  };
  state.waiting.add(cleanUp);
}

/** Has a strand do what is due for the domain, unless one is at it. */
function begin(k: Kernel, state: WeakState, domain: number): void {
  if (state.working.has(domain) || !state.due.has(domain)) return;
  const onEnd: Parameters<Kernel['strands']['start']>[1]['onEnd'] = (ending, strand) => {
    endStrand(k, ending, strand);
    state.working.delete(domain);
    // One failed; the others get their turn.
    begin(k, state, domain);
  };
  try {
    k.strands.start(
      async (strand) => {
        const call = callerIn(k, strand);
        for (let due = state.due.get(domain)?.shift(); due; due = state.due.get(domain)?.shift()) {
          try {
            await call(due.slot, due.cell, due.target);
          } finally {
            due.release();
          }
        }
        state.due.delete(domain);
        return undefined;
      },
      { name: `clean-up ${domain}`, domain, onEnd },
    );
    state.working.add(domain);
  } catch {
    // There is no memory for its stack now. The next collection tries again.
  }
}

export const WEAK_NATIVES: NativeTable = {
  'WeakRefNative.Register': plain(register),
  'WeakRefNative.ToRef': plain((k, id) => weak(k).all.get(Number(id))?.target.ref ?? 0),
  'RTCollector.Collect': plain((k) => k.heap.collect()),
};
