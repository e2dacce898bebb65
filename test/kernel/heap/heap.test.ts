import { describe, expect, test } from 'vitest';
import { BLOCK_SIZE } from '../../../src/kernel/heap/blocks.ts';
import { instantiateFastPath } from '../../../src/kernel/heap/fast-path.ts';
import type { Heap } from '../../../src/kernel/heap/heap.ts';
import { DescriptorKind, HEADER_SIZE } from '../../../src/kernel/heap/layout.ts';
import type { RefMap } from '../../../src/kernel/types/runtime-type.ts';
import { fixedType, makeDescriptor, newWorld, refArrayType } from './graph.ts';

const MB = 2 ** 20;

/** A stack of a strand that holds these words. */
function stackOf(heap: Heap, words: readonly number[]) {
  const { address } = heap.allocateStack(0, 4096);
  words.forEach((w, i) => {
    heap.blocks.view.setUint32(address + 4 * i, w, true);
  });
  const stack = { base: address, top: () => address + 4 * words.length };
  heap.addStack(stack);
  return stack;
}

describe('stacks keep what they point to', () => {
  test('by reference, by an address inside, by any word of a large object', () => {
    const { heap } = newWorld();
    const small = fixedType(heap, 200, []);
    const large = fixedType(heap, 300_000, []);
    const domain = heap.createDomain();
    const first = heap.allocate(small, domain);
    const inside = heap.allocate(small, domain);
    const big = heap.allocate(large, domain);
    heap.allocate(small, domain);
    const stack = stackOf(heap, [first, 12_345, inside + 199, big + 250_001, 0xffff_ffff]);
    heap.collect();
    expect(heap.usage(domain).objects).toBe(3);
    heap.removeStack(stack);
    heap.collect();
    expect(heap.usage(domain).objects).toBe(0);
  });

  test('only up to the stack pointer, and not by addresses of free cells', () => {
    const { heap } = newWorld();
    const small = fixedType(heap, 200, []);
    const domain = heap.createDomain();
    const a = heap.allocate(small, domain);
    const b = heap.allocate(small, domain);
    const free = b + (b - a);
    const { address } = heap.allocateStack(0, 4096);
    [free, a, b].forEach((w, i) => {
      heap.blocks.view.setUint32(address + 4 * i, w, true);
    });
    heap.addStack({ base: address, top: () => address + 8 });
    heap.collect();
    expect(heap.usage(domain).objects).toBe(1);
    expect(heap.blocks.view.getUint32(a - HEADER_SIZE, true)).toBe(small);
    expect(heap.blocks.view.getUint32(b - HEADER_SIZE, true)).toBe(small);
    heap.allocate(fixedType(heap, 200, []), domain);
    expect(heap.blocks.view.getUint32(a - HEADER_SIZE, true)).toBe(small);
  });

  test('marks are gone after a collection: the domain word is the domain', () => {
    const { heap, access } = newWorld();
    const small = fixedType(heap, 16, []);
    const domain = heap.createDomain();
    const held = heap.hold(heap.allocate(small, domain));
    const large = heap.hold(heap.allocate(fixedType(heap, 100_000, []), domain));
    heap.collect();
    // Swept when cells of this size are wanted again, or before the next collection.
    heap.collect();
    heap.allocate(small, domain);
    expect(access.domainOf(held.ref)).toBe(domain);
    expect(heap.blocks.view.getUint32(held.ref - 4, true)).toBe(domain);
    expect(heap.blocks.view.getUint32(large.ref - 4, true)).toBe(domain);
  });
});

describe('globals, handles, weak handles', () => {
  test('globals are followed by their types', () => {
    const { heap } = newWorld();
    const type = fixedType(heap, 8, []);
    const domain = heap.createDomain();
    const globals = heap.allocateStatic(domain, 64);
    heap.addGlobals(domain, globals, [{ offset: 8, stride: 16, count: 3 }]);
    [8, 16, 24, 40, 56].forEach((offset) => {
      const object = heap.allocate(type, domain);
      heap.blocks.view.setUint32(globals + offset, object, true);
    });
    heap.collect();
    // 16 and 56 are no references.
    expect(heap.usage(domain).objects).toBe(3);
  });

  test('a handle holds until released, even if released twice', () => {
    const { heap } = newWorld();
    const type = fixedType(heap, 8, []);
    const domain = heap.createDomain();
    const a = heap.hold(heap.allocate(type, domain));
    heap.collect();
    expect(heap.usage(domain).objects).toBe(1);
    a.release();
    const b = heap.hold(heap.allocate(type, domain));
    a.release();
    const c = heap.hold(heap.allocate(type, domain));
    heap.collect();
    expect(heap.usage(domain).objects).toBe(2);
    b.release();
    c.release();
    heap.collect();
    expect(heap.usage(domain).objects).toBe(0);
  });

  test('a weak handle turns to NIL with its object', () => {
    const { heap } = newWorld();
    const type = fixedType(heap, 8, []);
    const strong = heap.hold(heap.allocate(type, 0));
    const weak = heap.holdWeakly(strong.ref);
    const gone = heap.holdWeakly(heap.allocate(type, 0));
    heap.collect();
    expect(weak.ref).toBe(strong.ref);
    expect(gone.ref).toBe(0);
  });
});

describe('what is attached to an object', () => {
  test('lives as long as that does, through others to which something is attached, and last words', () => {
    const { heap } = newWorld();
    const link = fixedType(heap, 8, [0]);
    const domain = heap.createDomain();
    const [a, b, c, below] = [0, 0, 0, 0].map(() => heap.allocate(link, domain)) as [number, number, number, number];
    heap.blocks.view.setUint32(c, below, true);
    const toC = heap.attach(b, c);
    const toB = heap.attach(a, b);
    const alone = heap.attach(below);
    const root = heap.hold(a);
    heap.collect();
    expect([toB.owner, toC.owner, alone.owner, heap.usage(domain).objects]).toEqual([a, b, below, 4]);
    const end = heap.atEnd(a, () => {});
    root.release();
    heap.collect();
    expect([toB.owner, toC.value, alone.owner, heap.usage(domain).objects]).toEqual([a, c, below, 4]);
    end();
    heap.collect();
    expect([toB.owner, toC.value, alone.owner, heap.roots.attached.size]).toEqual([0, 0, 0, 0]);
    expect(heap.usage(domain).objects).toBe(0);
  });

  test('does not live when it is taken off, and does not keep its owner', () => {
    const { heap } = newWorld();
    const link = fixedType(heap, 8, [0]);
    const [a, b] = [heap.allocate(link, 0), heap.allocate(link, 0)];
    heap.blocks.view.setUint32(b, a, true);
    const ring = heap.attach(a, b);
    const root = heap.hold(a);
    heap.collect();
    expect(ring.value).toBe(b);
    ring.release();
    const lone = heap.attach(b);
    heap.collect();
    expect(lone.owner).toBe(0);
    root.release();
  });
});

describe('last words', () => {
  test('are heard once, from the outermost object first; accounts stay exact; weak handles die with them', () => {
    const { heap } = newWorld();
    const link = fixedType(heap, 8, [0]);
    const large = fixedType(heap, 300_000, [0]);
    const domain = heap.createDomain();
    const chain: { ref: number; release: () => void }[] = [];
    const heard: number[] = [];
    for (let i = 0; i < 4; i++) {
      const ref = heap.allocate(i === 1 ? large : link, domain);
      if (i > 0) heap.blocks.view.setUint32(ref, chain[i - 1]!.ref, true);
      chain.push({ ref, release: heap.atEnd(ref, () => heard.push(i)) });
    }
    const weak = chain.map(({ ref }) => heap.holdWeakly(ref));
    const root = heap.hold(chain[3]!.ref);
    const before = heap.usage(domain);
    heap.collect();
    expect([heard, heap.usage(domain).objects, heap.usage(domain).heapBytes]).toEqual([[], 4, before.heapBytes]);
    root.release();
    for (let i = 3; i >= 0; i--) {
      heap.collect();
      heap.collect();
      expect(heard).toEqual([3, 2, 1, 0].slice(0, 4 - i));
      expect(heap.usage(domain).objects).toBe(i + 1);
      expect(weak.map((w) => w.ref !== 0)).toEqual(chain.map((_, j) => j < i));
      chain[i]!.release();
    }
    heap.collect();
    expect(heap.usage(domain)).toMatchObject({ objects: 0, heapBytes: 0 });
  });

  test('are not heard of those who take them back, and a circle is no reason to live', () => {
    const { heap } = newWorld();
    const link = fixedType(heap, 8, [0]);
    const domain = heap.createDomain();
    const heard: string[] = [];
    const [self, a, b, silent] = [1, 2, 3, 4].map(() => heap.allocate(link, domain)) as [
      number,
      number,
      number,
      number,
    ];
    const point = (from: number, to: number) => heap.blocks.view.setUint32(from, to, true);
    point(self, self);
    point(a, b);
    point(b, a);
    const release = [
      heap.atEnd(self, () => heard.push('self')),
      heap.atEnd(a, () => heard.push('a')),
      heap.atEnd(b, () => heard.push('b')),
    ];
    heap.atEnd(silent, () => heard.push('silent'))();
    heap.collect();
    expect(heard).toEqual(['self', 'a']);
    for (const r of release.slice(0, 2)) r();
    heap.collect();
    expect(heard).toEqual(['self', 'a', 'b']);
    release[2]!();
    heap.collect();
    expect(heap.usage(domain).objects).toBe(0);
  });
});

describe('long structures', () => {
  test('a list of a hundred thousand is marked without recursion', () => {
    const { heap } = newWorld();
    const type = fixedType(heap, 8, [0]);
    const domain = heap.createDomain();
    let list = 0;
    heap.withoutCollecting(() => {
      for (let i = 0; i < 100_000; i++) {
        const node = heap.allocate(type, domain);
        heap.blocks.view.setUint32(node, list, true);
        list = node;
      }
    });
    const held = heap.hold(list);
    heap.collect();
    expect(heap.usage(domain).objects).toBe(100_000);
    held.release();
    heap.collect();
    expect(heap.usage(domain).objects).toBe(0);
  });

  test('references near and far, in runs, in nested runs, in elements', () => {
    const world = newWorld();
    const { heap } = world;
    const leaf = fixedType(heap, 8, []);
    const ref = (offset: number) => ({ offset, stride: 0, count: 1 });
    const pair = [ref(4), ref(12)];
    const cases: { refs: RefMap; expected: number[] }[] = [
      { refs: [ref(120)], expected: [120] },
      { refs: [ref(0), ref(124)], expected: [0, 124] },
      { refs: [{ offset: 8, stride: 8, count: 40 }], expected: Array.from({ length: 40 }, (_, i) => 8 + 8 * i) },
      { refs: [{ offset: 16, stride: 16, count: 3, inner: pair }], expected: [20, 28, 36, 44, 52, 60] },
      {
        refs: [ref(0), { offset: 16, stride: 16, count: 30, inner: pair }],
        expected: [0, ...Array.from({ length: 30 }, (_, i) => [20 + 16 * i, 28 + 16 * i]).flat()],
      },
    ];
    for (const { refs, expected } of cases) {
      for (const elements of [0, 3]) {
        const size = 512;
        const descriptor =
          elements === 0
            ? makeDescriptor(heap, { kind: DescriptorKind.Fixed, size, refs, elementSize: 0, dimensions: 0 })
            : makeDescriptor(heap, { kind: DescriptorKind.OpenArray, size: 8, refs, elementSize: size, dimensions: 1 });
        const domain = heap.createDomain();
        const object =
          elements === 0 ? heap.allocate(descriptor, domain) : heap.allocateOpen(descriptor, domain, elements);
        const held = heap.hold(object);
        if (elements > 0) heap.blocks.view.setUint32(object, elements, true);
        const starts = elements === 0 ? [0] : [8, 8 + size, 8 + 2 * size];
        for (const start of starts) {
          for (let offset = 0; offset < size; offset += 4) {
            const target = heap.allocate(leaf, domain);
            heap.blocks.view.setUint32(object + start + offset, target, true);
          }
        }
        heap.collect();
        expect(heap.usage(domain).objects).toBe(1 + expected.length * starts.length);
        for (const start of starts) {
          for (const offset of expected) {
            expect(
              heap.blocks.view.getUint32(heap.blocks.view.getUint32(object + start + offset, true) - 8, true),
            ).toBe(leaf);
          }
        }
        held.release();
      }
    }
  });

  test('an open array of a hundred thousand references', () => {
    const { heap } = newWorld();
    const type = fixedType(heap, 8, []);
    const domain = heap.createDomain();
    const array = heap.allocateOpen(refArrayType(heap), domain, 100_000);
    const held = heap.hold(array);
    heap.blocks.view.setUint32(array, 100_000, true);
    for (let i = 0; i < 100_000; i += 100) {
      const element = heap.allocate(type, domain);
      heap.blocks.view.setUint32(array + 8 + 4 * i, element, true);
    }
    heap.collect();
    expect(heap.usage(domain).objects).toBe(1001);
    held.release();
  });
});

describe('limits', () => {
  const limited = () => {
    const world = newWorld({
      outOfMemory: (domain) => {
        throw new Error(`domain ${domain} has no more`);
      },
    });
    const fast = instantiateFastPath(world.heap, 0);
    return { ...world, fast, type: fixedType(world.heap, 1000, []) };
  };

  test('a domain gets what it may have and not a byte more; others do not notice', () => {
    const { heap, fast, type } = limited();
    const domain = heap.createDomain(10 * 1024);
    const handles = Array.from({ length: 10 }, () => heap.hold(fast.alloc(type, domain)));
    expect(() => fast.alloc(type, domain)).toThrow(`domain ${domain} has no more`);
    expect(heap.usage(domain)).toMatchObject({ objects: 10, heapBytes: 10 * 1024 });
    const other = heap.createDomain(10 * 1024);
    fast.alloc(type, other);
    // Garbage does not count.
    handles[3]!.release();
    handles[4]!.release();
    fast.alloc(type, domain);
    heap.setLimit(domain, 9 * 1024);
    expect(() => fast.alloc(type, domain)).not.toThrow();
    expect(() => heap.hold(fast.alloc(fixedType(heap, 2000, []), domain))).toThrow('no more');
  });

  test('garbage of any amount passes through a small limit', () => {
    const { heap, fast, type } = limited();
    const domain = heap.createDomain(100 * 1024);
    for (let i = 0; i < 20_000; i++) fast.alloc(type, domain);
    expect(heap.usage(domain).allocatedObjects).toBe(20_000);
    expect(heap.usage(domain).heapBytes).toBeLessThanOrEqual(100 * 1024);
  });

  test('a domain that asks in vain again and again does not make the collector run each time', () => {
    const { heap, fast, type } = limited();
    const domain = heap.createDomain(4096);
    const handles = Array.from({ length: 4 }, () => heap.hold(fast.alloc(type, domain)));
    const before = heap.collections;
    for (let i = 0; i < 1000; i++) expect(() => fast.alloc(type, domain)).toThrow('no more');
    expect(heap.collections - before).toBeLessThan(12);
    handles[0]!.release();
    heap.collect();
    fast.alloc(type, domain);
    handles[1]!.release();
    fast.alloc(type, domain);
  });

  test('static data and stacks count', () => {
    const { heap } = limited();
    const domain = heap.createDomain(64 * 1024);
    const stack = heap.allocateStack(domain, 40 * 1024);
    expect(() => heap.allocateStack(domain, 40 * 1024)).toThrow(/limit/);
    expect(() => heap.allocateStatic(domain, 40 * 1024)).toThrow(/limit/);
    heap.freeStack(stack.address);
    heap.allocateStatic(domain, 40 * 1024);
    expect(heap.usage(domain).areaBytes).toBe(40 * 1024);
  });

  test('requests that no memory could meet are refused, not wrapped around', () => {
    const { heap, fast } = limited();
    const arrays = refArrayType(heap);
    for (const n of [2 ** 28, 2 ** 30, 2 ** 31 - 1, 2 ** 32 - 1])
      expect(() => fast.allocOpen(arrays, 0, n | 0)).toThrow('no more');
    expect(heap.statistics().memoryBytes).toBeLessThan(10 * MB);
  });

  test('when the memory is used up, and it can be given back', () => {
    const { heap } = newWorld({ maxBytes: 16 * MB, minimalTrigger: 1 << 20 });
    const type = fixedType(heap, 60_000, []);
    const handles: { release(): void }[] = [];
    expect(() => {
      for (;;) handles.push(heap.hold(heap.allocate(type, 0)));
    }).toThrow(/out of memory/);
    expect(handles.length).toBeGreaterThan(200);
    expect(() => heap.allocateStack(0, 100_000)).toThrow(/used up/);
    for (const h of handles) h.release();
    heap.allocateStack(0, 100_000);
    heap.allocate(type, 0);
  });
});

describe('memory stays flat', () => {
  test('over many generations of objects of many sizes', () => {
    const { heap } = newWorld();
    const fast = instantiateFastPath(heap, 0);
    const types = [8, 24, 100, 900, 3000, 20_000, 100_000].map((size) => fixedType(heap, size, []));
    const generation = () => {
      const handles = Array.from({ length: 2000 }, (_, i) =>
        heap.hold(fast.alloc(types[i % 100 === 0 ? 6 : i % 6]!, 0)),
      );
      for (const h of handles) h.release();
    };
    for (let i = 0; i < 5; i++) generation();
    const before = heap.statistics().memoryBytes;
    for (let i = 0; i < 40; i++) generation();
    expect(heap.statistics().memoryBytes).toBeLessThanOrEqual(1.5 * before);
  });

  test('over many domains that come and go', () => {
    const { heap, access } = newWorld();
    const type = fixedType(heap, 40, [0]);
    const cycle = () => {
      const domain = heap.createDomain(MB);
      const globals = heap.allocateStatic(domain, 1000);
      heap.addGlobals(domain, globals, [{ offset: 0, stride: 4, count: 2 }]);
      access.staticText('some constant', domain);
      access.writeRef(globals, 0, heap.allocate(type, domain));
      heap.freeDomain(domain);
      return domain;
    };
    for (let i = 0; i < 50; i++) cycle();
    heap.collect();
    const before = heap.statistics();
    let last = 0;
    for (let i = 0; i < 1000; i++) {
      last = cycle();
      if (i % 50 === 0) heap.collect();
    }
    heap.collect();
    expect(heap.statistics().memoryBytes).toBe(before.memoryBytes);
    expect(heap.statistics().freeBytes).toBe(before.freeBytes);
    expect(last).toBeLessThan(60);
  });
});

describe('destroyed domains', () => {
  test('their objects and texts live while others refer to them', () => {
    const { heap, access } = newWorld();
    const type = fixedType(heap, 8, [0]);
    const domain = heap.createDomain();
    const text = access.staticText('still here', domain);
    const object = heap.allocate(type, domain);
    access.writeRef(object, 0, text);
    const held = heap.hold(object);
    heap.freeDomain(domain);
    heap.collect();
    for (let i = 0; i < 20; i++) heap.allocateStatic(heap.createDomain(), 4000);
    expect(access.readText(access.readRef(object, 0))).toBe('still here');
    expect(heap.createDomain()).not.toBe(domain);
    held.release();
    heap.collect();
    heap.collect();
    expect(heap.createDomain()).toBe(domain);
  });

  test('their globals are followed as long as an address of one is about, and no longer', () => {
    const { heap, access } = newWorld();
    const type = fixedType(heap, 8, []);
    const domain = heap.createDomain();
    const globals = heap.allocateStatic(domain, 16);
    heap.addGlobals(domain, globals, [{ offset: 4, stride: 0, count: 1 }]);
    access.writeRef(globals, 4, heap.allocate(type, domain));
    const stack = stackOf(heap, [globals + 4]);
    heap.freeDomain(domain);
    heap.collect();
    expect(heap.usage(domain).objects).toBe(1);
    heap.removeStack(stack);
    heap.collect();
    heap.collect();
    expect(() => heap.usage(domain)).toThrow(/no domain/);
  });
});

describe('texts', () => {
  test('keep their characters, cut by none, and become strings again', () => {
    const { access } = newWorld();
    const all = String.fromCharCode(...Array.from({ length: 256 }, (_, i) => i));
    expect(access.readText(access.newText(all, 0))).toBe(all);
    expect(access.readText(access.newText('', 0))).toBe('');
    expect(access.readText(access.newText('€ 你 😀', 0))).toBe('€ 你 😀');
    const long = all.repeat(300);
    expect(access.readText(access.newText(long, 0))).toBe(long);
    expect(access.characters(access.newText(Uint8Array.of(1, 0, 255), 0))).toEqual(Uint8Array.of(1, 0, 255));
  });

  test('are joined, though the memory grows and the collector runs meanwhile', () => {
    const { heap, access } = newWorld({ minimalTrigger: 1 });
    let text = heap.hold(access.newText('', 0));
    let expected = '';
    for (let i = 0; i < 600; i++) {
      const piece = `${i};`.repeat(20);
      const right = access.newText(piece, 0);
      text.release();
      // Nobody holds the operands but the operation.
      text = heap.hold(access.textCat(text.ref, right, 0));
      expected += piece;
    }
    heap.collect();
    expect(access.readText(text.ref) === expected).toBe(true);
    expect(heap.collections).toBeGreaterThan(5);
  });
});

describe('the next collection', () => {
  test('is due by the bytes that live, not by the blocks that they are scattered over', () => {
    const { heap } = newWorld({ minimalTrigger: 8 });
    const domain = heap.createDomain();
    const small = fixedType(heap, 1000, []);
    const others = fixedType(heap, 3000, []);
    // One object in each of two hundred blocks stays.
    const perBlock = Math.floor(BLOCK_SIZE / 1024);
    for (let n = 0; n < 200 * perBlock; n++) {
      const ref = heap.allocate(small, domain);
      if (n % perBlock === 0) heap.hold(ref);
    }
    heap.collect();
    const before = heap.blocks.count;
    for (let n = 0; n < 4000; n++) heap.allocate(others, domain);
    expect(heap.usage(domain).objects).toBeGreaterThanOrEqual(200);
    expect(heap.blocks.count).toBeLessThan(before + 20);
  });
});
