import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BUILTIN_TYPES, T, type TypeDef } from '../../../src/bytecode/types.ts';
import { Report } from '../../../src/bytecode/verify/module/report.ts';
import { measureTypes } from '../../../src/bytecode/verify/module/sizes.ts';
import { newWorld } from '../heap/graph.ts';
import { env, file, own } from './tables.ts';

/** A number below 2**31 chooses everything about a type; whatever it is built from comes earlier in the table. */
function typeFrom(seed: number, at: number, defs: readonly TypeDef[]): TypeDef {
  let state = seed;
  const below = (n: number) => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return (state >> 8) % n;
  };
  const pick = (usable: (d: TypeDef) => boolean): number => {
    const all = [...BUILTIN_TYPES.slice(0, T.PROCANY + 1), ...defs].map((d, i) => [d, i] as const);
    const found = all.filter(([d]) => usable(d));
    return found[below(found.length)]![1];
  };
  const ordinal = (d: TypeDef) => d.kind === 'subrange' && d.hi - d.lo < 100n;
  const value = (d: TypeDef) => d.kind !== 'packed' && d.kind !== 'openarray';
  const part = (d: TypeDef) => d.kind !== 'openarray';
  const size = 2n ** BigInt(below(40));
  const lo = [0n, 1n, -1n, -size][below(4)]!;
  switch (at === 0 ? 0 : below(7)) {
    case 0:
      return { kind: 'subrange', base: T.INTEGER, lo, hi: lo + BigInt(below(90)) };
    case 1:
      return { kind: 'subrange', base: T.INTEGER, lo, hi: lo + size };
    case 2:
      return { kind: 'set', element: pick(ordinal) };
    case 3:
      return { kind: 'packed', bits: 10 + below(50), base: pick(ordinal) };
    case 4:
      return { kind: 'array', index: pick(ordinal), element: pick(part) };
    case 5:
      return { kind: 'ref', target: pick(value) };
    default:
      return {
        kind: 'record',
        fields: Array.from({ length: below(7) }, (_, i) => ({ name: `f${i}`, type: pick(part) })),
      };
  }
}

test('the verifier and the kernel agree about the size of every type', () => {
  let compared = 0;
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 0x7fffffff }), { minLength: 1, maxLength: 25 }), (seeds) => {
      const defs: TypeDef[] = [];
      for (const [at, seed] of seeds.entries()) defs.push(typeFrom(seed, at, defs));
      const report = new Report();
      const { size } = measureTypes([...BUILTIN_TYPES, ...defs], report);
      const w = newWorld();
      const types = w.registry.internTypes(file(defs), env());
      const error = w.layouts.check(types);
      if (report.errors.length > 0 || error) {
        // Packing has rules of its own in both places; size they refuse alike.
        if (error?.code === 'K1203') expect(report.errors.length).toBeGreaterThan(0);
        return;
      }
      defs.forEach((def, i) => {
        if (def.kind === 'packed') return;
        compared++;
        expect({ def, size: w.layouts.layoutOf(types[own(i)]!).size }).toEqual({ def, size: size[own(i)] });
      });
    }),
    { numRuns: 300, seed: 4711 },
  );
  expect(compared).toBeGreaterThan(500);
});
