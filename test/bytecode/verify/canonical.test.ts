import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BUILTIN_TYPES, type TypeDef } from '../../../src/bytecode/types.ts';
import { canonicalClasses, mentions } from '../../../src/bytecode/verify/canonical.ts';

const B = BUILTIN_TYPES.length;

/** Same types by the definition: no path of mentions leads to a difference. Quadratic, and obviously right. */
function reference(defs: readonly TypeDef[], a: number, b: number): boolean {
  const seen = new Set<string>();
  const work: [number, number][] = [[a, b]];
  for (let pair = work.pop(); pair; pair = work.pop()) {
    const [x, y] = pair;
    if (x === y || seen.has(`${x} ${y}`)) continue;
    seen.add(`${x} ${y}`);
    const [p, q] = [defs[x]!, defs[y]!];
    const outside = (def: TypeDef) =>
      JSON.stringify(def, (key, value) =>
        ['target', 'element', 'type', 'super', 'index'].includes(key) ? 'mention' : value,
      );
    if (outside(p) !== outside(q)) return false;
    const [m, n] = [mentions(p), mentions(q)];
    m.forEach((t, i) => {
      work.push([t, n[i]!]);
    });
  }
  return true;
}

const graph = fc.integer({ min: 1, max: 12 }).chain((n) => {
  const type = fc.oneof(fc.integer({ min: B, max: B + n - 1 }), fc.constantFrom(0, 9));
  const brand = fc.constantFrom(undefined, { unitKind: 'module' as const, unit: 'M', text: 'b' });
  return fc.array(
    fc.oneof(
      type.map((target): TypeDef => ({ kind: 'ref', target })),
      fc.tuple(type, brand).map(([target, b]): TypeDef => ({ kind: 'ref', target, ...(b ? { brand: b } : {}) })),
      fc
        .array(type, { maxLength: 2 })
        .map((list): TypeDef => ({ kind: 'record', fields: list.map((t, i) => ({ name: `f${i}`, type: t })) })),
      type.map((element): TypeDef => ({ kind: 'openarray', element })),
    ),
    { minLength: n, maxLength: n },
  );
});

test('two entries are in one class exactly when their expansions are equal', () => {
  fc.assert(
    fc.property(graph, (types) => {
      const defs = [...BUILTIN_TYPES, ...types];
      const classes = canonicalClasses(defs, [], Int32Array.from(defs.keys()));
      for (let a = B; a < defs.length; a++) {
        for (let b = B; b < a; b++) expect(classes[a] === classes[b], `${a} ${b}`).toBe(reference(defs, a, b));
      }
    }),
    { numRuns: 500 },
  );
});

test('an opaque type is its revelation, also within other types', () => {
  const types: TypeDef[] = [
    { kind: 'opaque', unit: 'I', name: 'T', super: 10 },
    { kind: 'ref', target: 0, brand: { unitKind: 'module', unit: 'M', text: 'b' } },
    { kind: 'ref', target: B },
    { kind: 'ref', target: B + 1 },
  ];
  const alias = Int32Array.from([...BUILTIN_TYPES, ...types].keys());
  const hidden = canonicalClasses([...BUILTIN_TYPES, ...types], [], alias);
  expect(hidden[B] === hidden[B + 1] || hidden[B + 2] === hidden[B + 3]).toBe(false);
  alias[B] = B + 1;
  const revealed = canonicalClasses([...BUILTIN_TYPES, ...types], [], alias);
  expect([revealed[B], revealed[B + 2]]).toEqual([revealed[B + 1], revealed[B + 3]]);
});

test('the order of RAISES and the texts behind constants do not matter, FUNCTIONAL implies EPHEMERAL', () => {
  const procedure = (raises: number[], ephemeral: boolean, functional: boolean): TypeDef => ({
    kind: 'procedure',
    params: [],
    raises,
    ephemeral,
    functional,
  });
  const withText = (text: number): TypeDef => ({
    kind: 'record',
    fields: [{ name: 'x', type: 9, default: { kind: 'text', text } }],
  });
  const types = [
    procedure([1, 2], false, true),
    procedure([2, 1, 1], true, true),
    procedure([1, 2], true, false),
    withText(0),
    withText(1),
    withText(2),
  ];
  const defs = [...BUILTIN_TYPES, ...types];
  const c = canonicalClasses(defs, ['a', 'b', 'a'], Int32Array.from(defs.keys())).subarray(B);
  expect(c[0]).toBe(c[1]);
  expect(c[0]).not.toBe(c[2]);
  expect(c[3]).toBe(c[5]);
  expect(c[3]).not.toBe(c[4]);
});

test('a long cycle with one difference costs no quadratic time', () => {
  const n = 50_000;
  const ring: TypeDef[] = Array.from({ length: n }, (_, i) => ({
    kind: 'record',
    fields: [{ name: i === 0 ? 'first' : 'next', type: B + ((i + 1) % n) }],
  }));
  const defs = [...BUILTIN_TYPES, ...ring];
  const start = performance.now();
  const classes = canonicalClasses(defs, [], Int32Array.from(defs.keys()));
  expect(performance.now() - start).toBeLessThan(10_000);
  expect(new Set(classes).size).toBe(defs.length);
});
