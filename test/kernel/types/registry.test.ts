import { describe, expect, test } from 'vitest';
import { T, type TypeDef } from '../../../src/bytecode/types.ts';
import { TypeRegistry } from '../../../src/kernel/types/registry.ts';
import { isSubtype, sameType } from '../../../src/kernel/types/relations.ts';
import type { RuntimeType } from '../../../src/kernel/types/runtime-type.ts';
import { env, file, own } from './tables.ts';

const record = (...fields: [string, number][]): TypeDef => ({
  kind: 'record',
  fields: fields.map(([name, type]) => ({ name, type })),
});
const ref = (target: number, brand?: string): TypeDef => ({
  kind: 'ref',
  target,
  ...(brand === undefined ? {} : { brand: { unitKind: 'module', unit: 'M', text: brand } }),
});
const object = (parts: Partial<Extract<TypeDef, { kind: 'object' }>> = {}): TypeDef => ({
  kind: 'object',
  super: T.ROOT,
  fields: [],
  methods: [],
  overrides: [],
  ...parts,
});
const procedure = (parts: Partial<Extract<TypeDef, { kind: 'procedure' }>> = {}): TypeDef => ({
  kind: 'procedure',
  params: [],
  raises: [],
  ephemeral: false,
  functional: false,
  ...parts,
});

/** The file's own types. */
function intern(r: TypeRegistry, types: TypeDef[], options = {}, e = env({ M: 1 })): RuntimeType[] {
  return r.internTypes(file(types, options), e).slice(own(0));
}

describe('structural equivalence', () => {
  test('a type is one whichever file mentions it', () => {
    const r = new TypeRegistry();
    const types: TypeDef[] = [
      { kind: 'enum', names: ['Red', 'Green'] },
      { kind: 'subrange', base: own(0), lo: 0n, hi: 0n },
      { kind: 'set', element: own(1) },
      record(['a', own(2)], ['b', T.TEXT]),
      { kind: 'array', index: own(0), element: own(3) },
      ref(own(4)),
      procedure({ params: [{ mode: 'var', type: own(3) }], result: own(5), raises: [0] }),
    ];
    const first = intern(r, types);
    const count = r.count;
    expect(intern(r, types, {}, env({ M: 2 }))).toEqual(first);
    expect(r.count).toBe(count);
  });

  test('builtin types are the same as written out', () => {
    const r = new TypeRegistry();
    const [cardinal] = intern(r, [{ kind: 'subrange', base: T.INTEGER, lo: 0n, hi: 2n ** 63n - 1n }]);
    expect(cardinal).toBe(r.builtins[T.CARDINAL]);
  });

  test.each<[string, TypeDef, TypeDef]>([
    ['names of fields', record(['a', T.CHAR]), record(['b', T.CHAR])],
    ['order of fields', record(['a', T.CHAR], ['b', T.REAL]), record(['b', T.REAL], ['a', T.CHAR])],
    ['types of fields', record(['a', T.CHAR]), record(['a', T.WIDECHAR])],
    [
      'defaults of fields',
      { kind: 'record', fields: [{ name: 'a', type: T.INTEGER, default: { kind: 'int', value: 1n } }] },
      { kind: 'record', fields: [{ name: 'a', type: T.INTEGER, default: { kind: 'int', value: 2n } }] },
    ],
    [
      'a default at all',
      { kind: 'record', fields: [{ name: 'a', type: T.INTEGER, default: { kind: 'int', value: 0n } }] },
      record(['a', T.INTEGER]),
    ],
    [
      'zeros of either sign as defaults',
      { kind: 'record', fields: [{ name: 'a', type: T.REAL, default: { kind: 'real', value: 0 } }] },
      { kind: 'record', fields: [{ name: 'a', type: T.REAL, default: { kind: 'real', value: -0 } }] },
    ],
    ['names of values', { kind: 'enum', names: ['A', 'B'] }, { kind: 'enum', names: ['A', 'C'] }],
    ['one name with a comma and two', { kind: 'enum', names: ['A,B'] }, { kind: 'enum', names: ['A', 'B'] }],
    [
      'bounds',
      { kind: 'subrange', base: T.INTEGER, lo: 0n, hi: 9n },
      { kind: 'subrange', base: T.INTEGER, lo: 0n, hi: 10n },
    ],
    ['bits', { kind: 'packed', bits: 3, base: T.BOOLEAN }, { kind: 'packed', bits: 4, base: T.BOOLEAN }],
    ['open and fixed', { kind: 'openarray', element: T.CHAR }, { kind: 'array', index: T.CHAR, element: T.CHAR }],
    ['brands', ref(T.CHAR, 'a'), ref(T.CHAR, 'b')],
    ['a brand at all', ref(T.CHAR, ''), ref(T.CHAR)],
    [
      'modes',
      procedure({ params: [{ mode: 'var', type: T.REAL }] }),
      procedure({ params: [{ mode: 'readonly', type: T.REAL }] }),
    ],
    ['result or parameter', procedure({ params: [{ mode: 'value', type: T.REAL }] }), procedure({ result: T.REAL })],
    ['RAISES sets', procedure({ raises: [1] }), procedure({ raises: [1, 2] })],
    ['RAISES ANY', procedure({ raises: [] }), procedure({ raises: 'any' })],
    ['flags', procedure({ ephemeral: true }), procedure({ ephemeral: true, functional: true })],
    [
      "methods' defaults",
      object({ methods: [{ name: 'm', signature: own(2), default: 1 }] }),
      object({ methods: [{ name: 'm', signature: own(2), default: 2 }] }),
    ],
    [
      'fields of objects',
      object({ fields: [{ name: 'a', type: T.CHAR }] }),
      object({ fields: [{ name: 'a', type: T.REAL }] }),
    ],
    ['LONGREAL and EXTENDED', ref(T.LONGREAL), ref(T.EXTENDED)],
  ])('%s tell types apart', (_, a, b) => {
    const [x, y] = intern(new TypeRegistry(), [a, b, procedure()]);
    expect(x).not.toBe(y);
    expect(sameType(x!, y!)).toBe(false);
  });

  test('FUNCTIONAL says EPHEMERAL, and RAISES are sets', () => {
    const [a, b, c, d] = intern(new TypeRegistry(), [
      procedure({ functional: true }),
      procedure({ functional: true, ephemeral: true }),
      procedure({ raises: [2, 1, 2] }),
      procedure({ raises: [1, 2] }),
    ]);
    expect(a).toBe(b);
    expect(c).toBe(d);
  });

  test('brands are of the unit that makes them', () => {
    const r = new TypeRegistry();
    const here = intern(r, [ref(T.CHAR, 'x')], {}, env({ M: 1 }));
    const there = intern(r, [ref(T.CHAR, 'x')], {}, env({ M: 2 }));
    const again = intern(r, [ref(T.CHAR, 'x')], {}, env({ M: 1 }));
    expect(there[0]).not.toBe(here[0]);
    expect(again[0]).toBe(here[0]);
  });

  test('slots and exceptions count by their kernel-wide numbers', () => {
    const r = new TypeRegistry();
    const withDefault = (proc: number) => object({ methods: [{ name: 'm', signature: own(1), default: proc }] });
    const [a] = intern(r, [withDefault(5), procedure({ raises: [3] })], {}, env({}, 0));
    const [b] = intern(r, [withDefault(4), procedure({ raises: [2] })], {}, env({}, 1));
    const [c] = intern(r, [withDefault(5), procedure({ raises: [3] })], {}, env({}, 1));
    expect(b).toBe(a);
    expect(c).not.toBe(a);
  });
});

describe('recursive types', () => {
  const list = (at: number): TypeDef[] => [ref(own(at + 1)), record(['next', own(at)])];

  test('are the same when they unfold alike, however they are written', () => {
    const r = new TypeRegistry();
    const [once] = intern(r, list(0));
    // REF RECORD next: REF RECORD next: (the type itself) END END
    const twice = intern(r, [ref(own(1)), record(['next', own(2)]), ref(own(3)), record(['next', own(0)])]);
    expect(twice[0]).toBe(once);
    expect(twice[2]).toBe(once);
    // A list before a list.
    const before = intern(r, [ref(own(1)), record(['next', own(2)]), ...list(2)]);
    expect(before[0]).toBe(once);
    expect(before[1]).toBe(before[3]);
  });

  test('are the same whatever the order of the table, and when the unrolled one comes first', () => {
    const r = new TypeRegistry();
    const unrolled = intern(r, [record(['next', own(2)]), record(['next', own(3)]), ref(own(1)), ref(own(0))]);
    const plain = intern(r, list(0));
    expect(unrolled[2]).toBe(plain[0]);
    expect(unrolled[3]).toBe(plain[0]);
    expect(unrolled[0]).toBe(plain[1]);
  });

  test('differ when something in the cycle does', () => {
    const r = new TypeRegistry();
    const pair = (a: string, b: string): TypeDef[] => [
      ref(own(1)),
      record([a, own(2)]),
      ref(own(3)),
      record([b, own(0)]),
    ];
    const [xy, , yx] = intern(r, pair('x', 'y'));
    const [xx] = intern(r, pair('x', 'x'));
    const turned = intern(r, pair('y', 'x'));
    expect(xy).not.toBe(yx);
    expect(xx).not.toBe(xy);
    expect(turned[0]).toBe(yx);
    expect(turned[2]).toBe(xy);
  });

  test('a type outside the cycle that is bisimilar to one inside is that one', () => {
    const r = new TypeRegistry();
    // E = REF RECORD next, other: E END; A = REF RECORD next: A; other: E END.
    const types = intern(r, [
      ref(own(1)),
      record(['next', own(0)], ['other', own(2)]),
      ref(own(3)),
      record(['next', own(2)], ['other', own(2)]),
    ]);
    expect(types[0]).toBe(types[2]);
  });

  test('objects with methods that take themselves, in files of different order', () => {
    const r = new TypeRegistry();
    const a = intern(r, [
      object({ fields: [{ name: 'left', type: own(0) }], methods: [{ name: 'visit', signature: own(1) }] }),
      procedure({ params: [{ mode: 'value', type: own(0) }] }),
    ]);
    const b = intern(r, [
      procedure({ params: [{ mode: 'value', type: own(2) }] }),
      { kind: 'enum', names: ['unrelated'] },
      object({ fields: [{ name: 'left', type: own(2) }], methods: [{ name: 'visit', signature: own(0) }] }),
    ]);
    expect(b[2]).toBe(a[0]);
    expect(b[0]).toBe(a[1]);
  });

  test('rings of many lengths with one mark each are told apart, and found again rotated', () => {
    const r = new TypeRegistry();
    const ring = (length: number, shift: number): TypeDef[] =>
      Array.from(
        { length },
        (_, i): TypeDef => record([(i + shift) % length === 0 ? 'mark' : 'plain', own(((i + 1) % length) + length)]),
      ).concat(Array.from({ length }, (_, i): TypeDef => ref(own(i))));
    const marks = new Set<RuntimeType>();
    for (let length = 1; length <= 12; length++) {
      const [mark] = intern(r, ring(length, 0));
      marks.add(mark!);
      const shifted = intern(r, ring(length, 5));
      expect(shifted.filter((t) => t === mark)).toHaveLength(1);
    }
    expect(marks.size).toBe(12);
  });

  test('an unmarked ring of any length is the list', () => {
    const r = new TypeRegistry();
    const ring = (length: number): TypeDef[] => [
      ...Array.from({ length }, (_, i): TypeDef => record(['next', own(((i + 1) % length) + length)])),
      ...Array.from({ length }, (_, i): TypeDef => ref(own(i))),
    ];
    const [list1] = intern(r, ring(1));
    for (const length of [2, 3, 7]) expect(new Set(intern(r, ring(length))).has(list1!)).toBe(true);
    expect(r.count).toBe(new TypeRegistry().count + 2);
  });
});

describe('hostile tables', () => {
  test('deep and long ones are interned without recursion, in linear time', () => {
    const r = new TypeRegistry();
    const n = 30_000;
    const chain = Array.from({ length: n }, (_, i): TypeDef => ref(i === 0 ? T.CHAR : own(i - 1)));
    const ring = [
      ...Array.from({ length: n }, (_, i): TypeDef => record([i === 0 ? 'mark' : 'plain', own(((i + 1) % n) + n)])),
      ...Array.from({ length: n }, (_, i): TypeDef => ref(own(i))),
    ];
    // Quadratic work would run into the test's time limit.
    expect(intern(r, chain)[n - 1]!.name).toContain('REF');
    const first = intern(r, ring);
    expect(new Set(first).size).toBe(2 * n);
    expect(intern(r, ring)[17]).toBe(first[17]);
  });

  test('a type that is its own supertype is refused', () => {
    const r = new TypeRegistry();
    expect(() => intern(r, [object({ super: own(0) })])).toThrow(/supertype/);
    const loop: TypeDef[] = [
      { kind: 'opaque', unit: 'I', name: 'A', super: own(1) },
      { kind: 'opaque', unit: 'I', name: 'B', super: own(0) },
    ];
    expect(() => intern(r, loop, {}, env({ I: 7 }))).toThrow(/supertype/);
    // And did no harm: the names can be used properly afterwards.
    const good: TypeDef[] = [
      { kind: 'opaque', unit: 'I', name: 'A', super: T.REFANY },
      { kind: 'opaque', unit: 'I', name: 'B', super: own(0) },
    ];
    const [a, b] = intern(r, good, {}, env({ I: 7 }));
    expect(isSubtype(b!, a!)).toBe(true);
  });
});
