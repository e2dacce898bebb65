/**
 * Who allocates pays fuel for the work that it makes: for what it has allocated, and for the collection that it made due. Generated code does not count that, for
 * a counter would cost as much as NEW itself.
 */
import type { Heap } from '../heap/heap.ts';
import type { Scheduler } from './scheduler.ts';

const COLLECTION_FUEL = 20_000;
/** For each object that a collection finds alive. */
const MARKING_FUEL = 15;
/** For clearing, sweeping and accounting. */
const FUEL_PER_ALLOCATED_BYTE = 1 / 4;

export function payForMemory(heap: Heap, strands: Scheduler): void {
  let marked = 0;
  /** By domain. */
  const allocated = new Map<number, number>();
  heap.afterCollection.push(() => {
    const { markedObjects } = heap.statistics();
    const marking = markedObjects - marked;
    marked = markedObjects;
    const domain = strands.current?.domain;
    if (domain === undefined) return;
    const now = heap.usage(domain).allocatedBytes;
    // A number that is used again begins with nothing.
    const since = Math.max(0, now - (allocated.get(domain) ?? 0));
    allocated.set(domain, now);
    strands.charge(COLLECTION_FUEL + marking * MARKING_FUEL + Math.floor(since * FUEL_PER_ALLOCATED_BYTE));
  });
}
