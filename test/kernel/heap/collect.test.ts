import { describe, expect, test } from 'vitest';
import { instantiateFastPath } from '../../../src/kernel/heap/fast-path.ts';
import type { Heap } from '../../../src/kernel/heap/heap.ts';
import { CELL_SIZES, MAX_SMALL, sizeClassOf } from '../../../src/kernel/heap/size-classes.ts';
import { fixedType, newWorld, refArrayType } from './graph.ts';

/** Deterministic, so that a failure repeats. */
function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

interface ModelObject {
  readonly ref: number;
  readonly domain: number;
  readonly charged: number;
  readonly stamp: number;
  readonly slots: readonly number[];
  readonly stampAt: number;
  readonly targets: (ModelObject | undefined)[];
}

const charged = (payload: number) => {
  const bytes = payload + 8;
  return bytes <= MAX_SMALL ? CELL_SIZES[sizeClassOf(bytes)]! : Math.ceil(bytes / 65536) * 65536;
};

function reachable(roots: Iterable<ModelObject>): Set<ModelObject> {
  const seen = new Set(roots);
  for (const o of seen) for (const t of o.targets) if (t) seen.add(t);
  return seen;
}

function checkAlive(heap: Heap, live: Iterable<ModelObject>): void {
  const { view } = heap.blocks;
  for (const o of live) {
    if (view.getUint32(o.ref + o.stampAt, true) !== o.stamp) throw new Error(`object ${o.stamp} was overwritten`);
    o.targets.forEach((t, i) => {
      if (view.getUint32(o.ref + o.slots[i]!, true) !== (t?.ref ?? 0))
        throw new Error(`reference ${i} of ${o.stamp} was changed`);
    });
  }
}

describe.each(['JavaScript', 'WebAssembly'])('collection with allocation in %s', (kind) => {
  test('nothing reachable is lost, everything else is freed, accounts are exact', () => {
    const { heap } = newWorld({ minimalTrigger: 8 });
    const fast = instantiateFastPath(heap, 0);
    const alloc = kind === 'JavaScript' ? heap.allocate.bind(heap) : fast.alloc;
    const allocOpen = kind === 'JavaScript' ? heap.allocateOpen.bind(heap) : fast.allocOpen;
    const below = random(7);
    const domains = [heap.createDomain(), heap.createDomain(), heap.createDomain()];
    const fixed = [
      { size: 8, slots: [0], stampAt: 4 },
      { size: 24, slots: [0, 4, 16], stampAt: 8 },
      { size: 100, slots: [96, 12], stampAt: 40 },
      { size: 5000, slots: [4996], stampAt: 0 },
      { size: 200_000, slots: [100_000, 199_996], stampAt: 131_072 },
    ].map((s) => ({ ...s, descriptor: fixedType(heap, s.size, s.slots) }));
    const arrays = refArrayType(heap);
    const pool: { object: ModelObject; release(): void }[] = [];
    let stamp = 0;

    const make = (): ModelObject => {
      const domain = domains[below(3)]!;
      stamp++;
      if (below(4) === 0) {
        const length = 1 + below(below(20) === 0 ? 20_000 : 30);
        const ref = allocOpen(arrays, domain, length) >>> 0;
        heap.blocks.view.setUint32(ref, length, true);
        // The second word of the lengths is padding: a place for the stamp.
        heap.blocks.view.setUint32(ref + 4, stamp, true);
        const slots = Array.from({ length: Math.min(length, 5) }, (_, i) => 8 + 4 * (length - 1 - i));
        return {
          ref,
          domain,
          charged: charged(8 + 4 * length),
          stamp,
          slots,
          stampAt: 4,
          targets: slots.map(() => undefined),
        };
      }
      const shape = fixed[below(50) === 0 ? 4 : below(4)]!;
      const ref = alloc(shape.descriptor, domain) >>> 0;
      for (let i = 0; i < shape.size; i += 4)
        if (heap.blocks.view.getUint32(ref + i, true) !== 0) throw new Error('not zeroed');
      heap.blocks.view.setUint32(ref + shape.stampAt, stamp, true);
      return {
        ref,
        domain,
        charged: charged(shape.size),
        stamp,
        slots: shape.slots,
        stampAt: shape.stampAt,
        targets: shape.slots.map(() => undefined),
      };
    };

    for (let round = 0; round < 30; round++) {
      for (let i = 0; i < 400; i++) {
        const object = make();
        object.targets.forEach((_, s) => {
          if (pool.length === 0 || below(3) === 0) return;
          const live = [...reachable([pool[below(pool.length)]!.object])];
          const target = live[below(Math.min(live.length, 20))]!;
          object.targets[s] = target;
          heap.blocks.view.setUint32(object.ref + object.slots[s]!, target.ref, true);
        });
        if (below(3) === 0) pool.push({ object, release: heap.hold(object.ref).release });
        if (pool.length > 60) pool.splice(below(pool.length), 1)[0]!.release();
      }
      heap.collect();
      const live = reachable(pool.map((p) => p.object));
      checkAlive(heap, live);
      for (const d of domains) {
        const mine = [...live].filter((o) => o.domain === d);
        const usage = heap.usage(d);
        expect(usage.objects).toBe(mine.length);
        expect(usage.heapBytes).toBe(mine.reduce((sum, o) => sum + o.charged, 0));
      }
    }
    expect(heap.collections).toBeGreaterThan(30);
    for (const p of pool) p.release();
    heap.collect();
    for (const d of domains) expect(heap.usage(d)).toMatchObject({ objects: 0, heapBytes: 0 });
    const total = domains.reduce((sum, d) => sum + heap.usage(d).allocatedObjects, 0);
    expect(total).toBe(stamp);
  });
});
