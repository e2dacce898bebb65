import { describe, expect, it } from 'vitest';
import { T, type TypeDef } from '../../../src/bytecode/types.ts';
import { MemoryError } from '../../../src/kernel/heap/errors.ts';
import { CELL_SIZES, sizeClassOf } from '../../../src/kernel/heap/size-classes.ts';
import { FAST_WORDS } from '../../../src/kernel/heap/state.ts';
import { own, type RunOptions, run, whileNotZero } from './harness.ts';

const HEADER = 8;
/** Of arrays of integers: of each size of cells some, and some beyond what generated code makes by itself. */
const LENGTHS = [1, 2, 3, 4, 7, 9, 31, 100, 255, 256, 1000, 20_000];

/** `make n` makes `n` arrays of `length` words with the last word set, and answers the last one. */
function arrays(length: number, options: RunOptions = {}) {
  const types: TypeDef[] = [
    { kind: 'subrange', base: T.INTEGER, lo: 0n, hi: BigInt(length - 1) },
    { kind: 'array', index: own(0), element: T.INTEGER },
    { kind: 'ref', target: own(1) },
  ];
  const m = run(
    {
      types,
      procedures: [
        {
          name: 'make',
          params: [{ mode: 'value', type: T.INTEGER }],
          result: own(2),
          locals: [{}, { type: own(2) }],
          code: [...whileNotZero(['new', own(2)], ['local.set', 1]), ['local.get', 1], ['return'], ['end']],
        },
      ],
    },
    options,
  );
  const usage = () => m.heap.usage(m.linked.domain);
  return { m, usage, make: (n: number) => m.call('make', BigInt(n)) as number };
}

describe('NEW in generated code', () => {
  it.each(LENGTHS)('of %i words gives zeroed objects of their own, and each is charged', (length) => {
    const { m, usage, make } = arrays(length);
    const count = length > 1000 ? 3 : 300;
    const bytes = length * 8 + HEADER;
    const cell = length * 8 + HEADER <= CELL_SIZES.at(-1)! ? CELL_SIZES[sizeClassOf(bytes)]! : undefined;
    const before = usage();
    const first = make(1);
    const { i32 } = m.heap.blocks;
    i32.fill(-1, first >>> 2, (first >>> 2) + length * 2);
    const last = make(count - 1);
    const words = m.heap.blocks.i32;
    expect(last).not.toBe(first);
    expect(words.subarray(last >>> 2, (last >>> 2) + length * 2).every((word) => word === 0)).toBe(true);
    expect(words.subarray(first >>> 2, (first >>> 2) + length * 2).every((word) => word === -1)).toBe(true);
    expect(words[(last - 8) >>> 2]).toBe(words[(first - 8) >>> 2]);
    expect(words[(last - 4) >>> 2]).toBe(m.linked.domain);
    const after = usage();
    expect(after.allocatedObjects - before.allocatedObjects).toBe(count);
    const each = (after.allocatedBytes - before.allocatedBytes) / count;
    expect(each).toBe(cell ?? Math.ceil(bytes / 65536) * 65536);
    m.heap.collect();
    expect(usage().objects).toBe(0);
  });

  it('calls the heap only where a run of cells or the allowance is at its end', () => {
    const few = arrays(3);
    let calls = 0;
    const { allocate } = few.m.heap;
    few.m.heap.allocate = (...args) => {
      calls++;
      return allocate.apply(few.m.heap, args);
    };
    few.make(10_000);
    expect(calls).toBeGreaterThan(0);
    expect(calls).toBeLessThan(100);
    const large = arrays(FAST_WORDS);
    calls = 0;
    large.m.heap.allocate = (...args) => {
      calls++;
      return allocate.apply(large.m.heap, args);
    };
    large.make(10);
    expect(calls).toBe(10);
  });

  it('keeps to the limit of the domain', () => {
    const { m, usage, make } = arrays(3);
    m.heap.setLimit(m.linked.domain, usage().areaBytes + 10_000);
    // Those before are garbage, which a collection frees.
    make(5000);
    expect(usage().heapBytes).toBeLessThanOrEqual(10_000);
    m.heap.setLimit(m.linked.domain, usage().areaBytes);
    m.heap.collect();
    expect(() => make(1)).toThrow(MemoryError);
  });
});
