/**
 * Mutexes: the LOCK statement and Thread.Acquire and Release.
 *
 * The first word of a MUTEX (its 16 bytes are the kernel's) is the number of the strand that holds it, 0 when nobody does; the second is not 0 while strands wait for it.
 * LOCK takes a mutex that nobody holds, and gives up one that nobody waits for, by itself (`codegen/mutex.ts`). A strand that waits has the mutex in its frame, so a
 * queue never outlives its mutex.
 */
import { MUTEX_HOLDER, MUTEX_WAITED } from '../heap/layout.ts';
import type { Kernel } from '../kernel.ts';
import { WaitsAt } from '../strands/deadlock.ts';
import type { Strand } from '../strands/strand.ts';
import type { Waiting } from '../strands/waiting.ts';
import { fault, type NativeTable, plain, waiting } from './native.ts';

/** Strands waiting for a mutex, by its address, first come first served. */
export type MutexQueues = Map<number, Waiting<void>[]>;

const queuesOf = new WeakMap<Kernel, MutexQueues>();

function queues(k: Kernel): MutexQueues {
  let q = queuesOf.get(k);
  if (!q) queuesOf.set(k, (q = new Map()));
  return q;
}

/** The strand that holds the mutex. One that has ended without giving it up (it was terminated) does not hold it any more. */
function holder(k: Kernel, mutex: number): number {
  const id = k.access.view.getUint32(mutex + MUTEX_HOLDER, true);
  return k.strands.strands.has(id) ? id : 0;
}

export function lock(k: Kernel, mutex: number): Promise<void> | undefined {
  if (mutex === 0) throw fault(k, 'AttemptToDereferenceNIL');
  const strand = k.strands.current!;
  const held = k.access.view.getUint32(mutex + MUTEX_HOLDER, true) === 0 ? 0 : holder(k, mutex);
  if (held === strand.id) throw fault(k, 'ProtectionFault', 'a strand locks a mutex that it holds already');
  if (held === 0) {
    k.access.view.setUint32(mutex + MUTEX_HOLDER, strand.id, true);
    return undefined;
  }
  const all = queues(k);
  const holderOf = () => k.strands.strands.get(k.access.view.getUint32(mutex + MUTEX_HOLDER, true));
  return k.strands.block(
    (waiting) => {
      const queue = all.get(mutex);
      if (queue) queue.push(waiting);
      else all.set(mutex, [waiting]);
      k.access.view.setUint32(mutex + MUTEX_WAITED, 1, true);
    },
    new WaitsAt(k, mutex, holderOf),
  );
}

export function tryLock(k: Kernel, mutex: number): boolean {
  if (mutex === 0) throw fault(k, 'AttemptToDereferenceNIL');
  if (k.access.view.getUint32(mutex + MUTEX_HOLDER, true) !== 0 && holder(k, mutex) !== 0) return false;
  k.access.view.setUint32(mutex + MUTEX_HOLDER, k.strands.current!.id, true);
  return true;
}

export function unlock(k: Kernel, mutex: number): void {
  if (mutex === 0) throw fault(k, 'AttemptToDereferenceNIL');
  const strand = k.strands.current!;
  if (k.access.view.getUint32(mutex + MUTEX_HOLDER, true) !== strand.id) {
    throw fault(k, 'ProtectionFault', 'a strand unlocks a mutex that it does not hold');
  }
  passOn(k, mutex);
}

function endQueue(k: Kernel, mutex: number): void {
  queues(k).delete(mutex);
  k.access.view.setUint32(mutex + MUTEX_WAITED, 0, true);
}

/** Gives the mutex to who waits longest and still lives. */
function passOn(k: Kernel, mutex: number): void {
  const queue = queues(k).get(mutex) ?? [];
  for (let next = queue.shift(); next; next = queue.shift()) {
    if (next.strand.state === 'ended' || next.strand.killed !== undefined) continue;
    if (queue.length === 0) endQueue(k, mutex);
    k.access.view.setUint32(mutex + MUTEX_HOLDER, next.strand.id, true);
    next.wake();
    return;
  }
  endQueue(k, mutex);
  k.access.view.setUint32(mutex + MUTEX_HOLDER, 0, true);
}

/** Mutexes that the strand held when it was terminated go to those that wait for them. */
export function releaseAll(k: Kernel, strand: Strand): void {
  const contended = queues(k);
  if (contended.size === 0) return;
  for (const mutex of [...contended.keys()]) {
    if (k.access.view.getUint32(mutex + MUTEX_HOLDER, true) === strand.id) passOn(k, mutex);
  }
}

export const MUTEX_NATIVES: NativeTable = {
  'Thread.Acquire': waiting(lock),
  'Thread.Release': plain(unlock),
};
