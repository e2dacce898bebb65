import { describe, expect, test } from 'vitest';
import { BUILTIN_TYPES, T, type TypeDef } from '../../../src/bytecode/types.ts';
import {
  DESC_DEPTH,
  DESC_DIMENSIONS,
  DESC_ELEMENT_SIZE,
  DESC_KIND,
  DESC_METHODS,
  DESC_SIZE,
  DESC_TYPECODE,
  DescriptorKind,
} from '../../../src/kernel/heap/layout.ts';
import { eachReference } from '../../../src/kernel/types/ref-map.ts';
import type { RefMap, RuntimeType } from '../../../src/kernel/types/runtime-type.ts';
import { newWorld, type World } from '../heap/graph.ts';
import { env, type FileOptions, file, own } from './tables.ts';

const range = (lo: bigint, hi: bigint, base: number = T.INTEGER): TypeDef => ({ kind: 'subrange', base, lo, hi });
const record = (...types: number[]): TypeDef => ({
  kind: 'record',
  fields: types.map((type, i) => ({ name: `f${i}`, type })),
});
const array = (index: number, element: number): TypeDef => ({ kind: 'array', index, element });
const bits = (n: number, base: number): TypeDef => ({ kind: 'packed', bits: n, base });

function intern(w: World, types: readonly TypeDef[], options: FileOptions = {}): RuntimeType[] {
  return w.registry.internTypes(file(types, options), env({ M: 1, I: 2 }, 100)).slice(own(0));
}

const offsets = (map: RefMap): number[] => {
  const found: number[] = [];
  eachReference(map, 0, (o) => found.push(o));
  return found;
};

describe('scalars', () => {
  test.each([
    ['INTEGER', T.INTEGER, 8, 'i64'],
    ['LONGINT', T.LONGINT, 8, 'i64'],
    ['BOOLEAN', T.BOOLEAN, 1, 'bool'],
    ['CHAR', T.CHAR, 1, 'u8'],
    ['WIDECHAR', T.WIDECHAR, 4, 'u32'],
    ['CARDINAL', T.CARDINAL, 8, 'i64'],
    ['REAL', T.REAL, 4, 'f32'],
    ['LONGREAL', T.LONGREAL, 8, 'f64'],
    ['EXTENDED', T.EXTENDED, 8, 'f64'],
    ['TEXT', T.TEXT, 4, 'ref'],
    ['REFANY', T.REFANY, 4, 'ref'],
    ['ROOT', T.ROOT, 4, 'ref'],
    ['PROCANY', T.PROCANY, 4, 'proc'],
  ])('%s', (_, type, size, storage) => {
    const w = newWorld();
    const layout = w.layouts.layoutOf(w.registry.builtins[type]!);
    expect(layout).toMatchObject({ size, align: size, storage, zeroDefault: true });
    expect(offsets(layout.refs)).toEqual(storage === 'ref' ? [0] : []);
    expect(BUILTIN_TYPES[type]).toBeDefined();
  });

  test.each<[bigint, bigint, string, boolean]>([
    [0n, 255n, 'u8', true],
    [0n, 256n, 'u16', true],
    [1n, 65535n, 'u16', false],
    [0n, 65536n, 'u32', true],
    [0n, 2n ** 32n - 1n, 'u32', true],
    [0n, 2n ** 32n, 'i64', true],
    [-1n, 0n, 's8', true],
    [-128n, 127n, 's8', true],
    [-129n, 0n, 's16', true],
    [-1n, 128n, 's16', true],
    [-32768n, 32767n, 's16', true],
    [-32769n, -5n, 's32', false],
    [-(2n ** 31n), 2n ** 31n - 1n, 's32', true],
    [-1n, 2n ** 31n, 'i64', true],
    [5n, 9n, 'u8', false],
  ])('[%s..%s] is %s', (lo, hi, storage, zeroDefault) => {
    const w = newWorld();
    expect(w.layouts.layoutOf(intern(w, [range(lo, hi)])[0]!)).toMatchObject({ storage, zeroDefault });
  });

  test('enumerations by the number of their values', () => {
    const w = newWorld();
    const names = (n: number): TypeDef => ({ kind: 'enum', names: Array.from({ length: n }, (_, i) => `v${i}`) });
    const [small, large] = intern(w, [names(256), names(257)]);
    expect(w.layouts.layoutOf(small!).storage).toBe('u8');
    expect(w.layouts.layoutOf(large!).storage).toBe('u16');
  });

  test.each([
    [8, 1, 'set8'],
    [9, 8, 'set64'],
    [64, 8, 'set64'],
    [65, 16, undefined],
    [256, 32, undefined],
  ])('a set of %i elements takes %i bytes', (count, size, storage) => {
    const w = newWorld();
    const [, set] = intern(w, [range(10n, 9n + BigInt(count)), { kind: 'set', element: own(0) }]);
    expect(w.layouts.layoutOf(set!)).toMatchObject({ size, zeroDefault: true });
    expect(w.layouts.layoutOf(set!).storage).toBe(storage);
  });
});

describe('records and arrays', () => {
  test('fields are aligned, the record padded', () => {
    const w = newWorld();
    const [r] = intern(w, [record(T.CHAR, T.INTEGER, T.CHAR, T.TEXT, T.BOOLEAN)]);
    expect([0, 1, 2, 3, 4].map((i) => w.layouts.fieldPlace(r!, i).offset)).toEqual([0, 8, 16, 20, 24]);
    expect(w.layouts.layoutOf(r!)).toMatchObject({ size: 32, align: 8 });
    expect(offsets(w.layouts.layoutOf(r!).refs)).toEqual([20]);
  });

  test('a network header lies as on the wire', () => {
    const w = newWorld();
    const nibble = range(0n, 15n);
    const byte = range(0n, 255n);
    const word = range(0n, 65535n);
    // version, length: 4 bits each; service: 8; total length: 16; flags: 3; offset: 13
    const types = [
      nibble,
      byte,
      word,
      bits(4, own(0)),
      bits(8, own(1)),
      bits(16, own(2)),
      range(0n, 7n),
      bits(3, own(6)),
      range(0n, 8191n),
      bits(13, own(8)),
      record(own(3), own(3), own(4), own(5), own(7), own(9)),
    ];
    const header = intern(w, types)[10]!;
    expect([0, 1, 2, 3, 4, 5].map((i) => w.layouts.fieldPlace(header, i))).toEqual([
      { offset: 0, bitOffset: 0, bits: 4 },
      { offset: 0, bitOffset: 4, bits: 4 },
      { offset: 1, bitOffset: 0, bits: 8 },
      { offset: 2, bitOffset: 0, bits: 16 },
      { offset: 4, bitOffset: 0, bits: 3 },
      { offset: 4, bitOffset: 3, bits: 13 },
    ]);
    expect(w.layouts.layoutOf(header)).toMatchObject({ size: 6, align: 1 });
  });

  test('packed fields cross bytes; an unpacked one after them begins at its alignment', () => {
    const w = newWorld();
    const r = intern(w, [range(0n, 2047n), bits(11, own(0)), record(own(1), own(1), T.CHAR, own(1), own(0))])[2]!;
    expect([0, 1, 2, 3, 4].map((i) => w.layouts.fieldPlace(r, i))).toEqual([
      { offset: 0, bitOffset: 0, bits: 11 },
      { offset: 1, bitOffset: 3, bits: 11 },
      { offset: 3 },
      { offset: 4, bitOffset: 0, bits: 11 },
      { offset: 6 },
    ]);
    expect(w.layouts.layoutOf(r).size).toBe(8);
  });

  test('arrays of packed elements are bit vectors', () => {
    const w = newWorld();
    const [, , a, open] = intern(w, [
      range(1n, 13n),
      bits(1, T.BOOLEAN),
      array(own(0), own(1)),
      { kind: 'openarray', element: own(1) },
    ]);
    expect(w.layouts.layoutOf(a!)).toMatchObject({ size: 2, align: 1 });
    expect(w.layouts.elementPlace(a!)).toEqual({ size: 0, bits: 1 });
    expect(w.layouts.elementPlace(open!)).toEqual({ size: 0, bits: 1 });
  });

  test('references in arrays of records, without a list of them', () => {
    const w = newWorld();
    const [, big] = intern(w, [
      range(0n, 999_999n),
      array(own(0), own(2)),
      record(T.INTEGER, T.TEXT, T.REFANY, T.CHAR, T.ROOT),
    ]);
    const { refs, size } = w.layouts.layoutOf(big!);
    expect(size).toBe(24_000_000);
    expect(JSON.stringify(refs).length).toBeLessThan(300);
    const found = offsets(refs);
    expect(found).toHaveLength(3_000_000);
    expect(found.slice(0, 4)).toEqual([8, 12, 20, 32]);
    expect(found[2_999_999]).toBe(23_999_996);
  });

  test('many references in odd places, shared by nested records, are all found once', () => {
    const w = newWorld();
    const inner = record(...Array.from({ length: 20 }, (_, i) => (i % 3 === 0 ? T.INTEGER : T.TEXT)));
    const types = intern(w, [inner, record(own(0), T.CHAR, own(0)), record(own(1), own(1), T.TEXT)]);
    const layouts = types.map((t) => w.layouts.layoutOf(t));
    const one = offsets(layouts[0]!.refs);
    expect(one).toHaveLength(13);
    const step = w.layouts.fieldPlace(types[1]!, 2).offset;
    expect(offsets(layouts[1]!.refs)).toEqual([...one, ...one.map((o) => o + step)]);
    const two = offsets(layouts[1]!.refs);
    expect(offsets(layouts[2]!.refs)).toEqual([...two, ...two.map((o) => o + layouts[1]!.size), 2 * layouts[1]!.size]);
  });

  test('defaults that are not zero are known through nesting', () => {
    const w = newWorld();
    const withDefault = (value: bigint): TypeDef => ({
      kind: 'record',
      fields: [{ name: 'a', type: T.INTEGER, default: { kind: 'int', value } }],
    });
    const [odd, , nested, list, none, zero] = intern(w, [
      range(3n, 9n),
      range(0n, 4n),
      record(T.CHAR, own(0)),
      array(own(1), own(2)),
      array(own(6), own(2)),
      withDefault(0n),
      range(1n, 0n),
      withDefault(4n),
    ]);
    const zeroDefault = (t: RuntimeType) => w.layouts.layoutOf(t).zeroDefault;
    expect([odd!, nested!, list!].map(zeroDefault)).toEqual([false, false, false]);
    expect([none!, zero!].map(zeroDefault)).toEqual([true, true]);
    expect(zeroDefault(intern(w, [withDefault(4n)])[0]!)).toBe(false);
  });
});

describe('types that cannot lie in memory', () => {
  const failure = (types: TypeDef[]) => {
    const w = newWorld();
    return w.layouts.check(intern(w, types))?.code;
  };

  test('are named, not wrapped around', () => {
    expect(failure([array(T.INTEGER, T.CHAR)])).toBe('K1203');
    expect(failure([{ kind: 'set', element: T.INTEGER }])).toBe('K1203');
    expect(failure([range(0n, 2n ** 20n - 1n), array(own(0), own(2)), array(own(0), T.INTEGER)])).toBe('K1203');
    const half = [range(0n, 2n ** 29n - 1n), array(own(0), T.CHAR)];
    expect(failure([...half, record(own(1), own(1))])).toBeUndefined();
    expect(failure([...half, record(own(1), own(1), T.CHAR)])).toBe('K1203');
    expect(failure([...half, { kind: 'ref', target: own(3) }, record(own(1), own(1), own(1))])).toBe('K1203');
  });

  test('packing that loses values, or references', () => {
    expect(failure([range(-9n, 6n), bits(4, own(0)), record(own(1))])).toBe('K1206');
    expect(failure([range(-8n, 7n), bits(4, own(0)), record(own(1))])).toBeUndefined();
    expect(failure([bits(32, T.TEXT), record(own(0))])).toBe('K1206');
    expect(failure([bits(65, T.INTEGER), record(own(0))])).toBe('K1206');
  });

  test('records within themselves', () => {
    expect(failure([record(own(1)), record(T.CHAR, own(0))])).toBe('K1207');
  });

  test('very deep nesting is no trouble', () => {
    const deep = Array.from({ length: 20_000 }, (_, i) => record(i === 0 ? T.TEXT : own(i - 1)));
    const w = newWorld();
    const types = intern(w, deep);
    expect(w.layouts.check(types)).toBeUndefined();
    expect(w.layouts.layoutOf(types[19_999]!)).toMatchObject({ size: 4 });
  });
});

describe('descriptors', () => {
  const word = (w: World, address: number) => w.heap.blocks.view.getUint32(address, true);

  test('of REF types and open arrays', () => {
    const w = newWorld();
    const [, , , fixed, open] = intern(w, [
      record(T.INTEGER, T.TEXT),
      { kind: 'openarray', element: own(0) },
      { kind: 'openarray', element: own(1) },
      { kind: 'ref', target: own(0) },
      { kind: 'ref', target: own(2) },
    ]);
    const f = w.layouts.descriptorOf(fixed!);
    expect([DESC_TYPECODE, DESC_KIND, DESC_SIZE].map((o) => word(w, f + o))).toEqual([
      fixed!.id,
      DescriptorKind.Fixed,
      16,
    ]);
    const o = w.layouts.descriptorOf(open!);
    expect(
      [DESC_TYPECODE, DESC_KIND, DESC_SIZE, DESC_ELEMENT_SIZE, DESC_DIMENSIONS].map((x) => word(w, o + x)),
    ).toEqual([open!.id, DescriptorKind.OpenArray, 8, 16, 2]);
    expect(w.layouts.descriptorOf(fixed!)).toBe(f);
  });

  test("of objects: display, inherited and overridden methods, fields after the supertype's", () => {
    const w = newWorld();
    const signature: TypeDef = { kind: 'procedure', params: [], raises: [], ephemeral: false, functional: false };
    const receives = (type: number): TypeDef => ({
      kind: 'procedure',
      params: [{ mode: 'value', type }],
      raises: [],
      ephemeral: false,
      functional: false,
    });
    const first: TypeDef = {
      kind: 'object',
      super: T.ROOT,
      fields: [{ name: 'x', type: T.CHAR }],
      methods: [
        { name: 'm', signature: own(0), default: 0 },
        { name: 'n', signature: own(0) },
      ],
      overrides: [],
    };
    const second: TypeDef = {
      kind: 'object',
      super: own(1),
      fields: [{ name: 'y', type: T.CHAR }],
      methods: [{ name: 'p', signature: own(0), default: 2 }],
      overrides: [{ name: 'n', proc: 1 }],
    };
    const third: TypeDef = {
      kind: 'object',
      super: own(2),
      fields: [{ name: 'z', type: T.TEXT }],
      // Another m, not the one of the first type.
      methods: [{ name: 'm', signature: own(0), default: 4 }],
      overrides: [{ name: 'm', proc: 3 }],
    };
    const types = [signature, first, second, third, receives(own(1)), receives(own(2)), receives(own(3))];
    const [, a, b, c] = intern(w, types, { procedures: [own(4), own(5), own(5), own(6), own(6)] });
    const address = (t: RuntimeType) => w.layouts.descriptorOf(t);
    const slots = (t: RuntimeType, n: number) =>
      Array.from({ length: n }, (_, i) => word(w, address(t) + DESC_METHODS + 4 * i));
    const slotOf = (proc: number) => proc + 100;
    expect(slots(c!, 4)).toEqual([3, 1, 2, 4].map(slotOf));
    expect(slots(a!, 2)).toEqual([slotOf(0), 0]);
    expect(slots(b!, 3)).toEqual([0, 1, 2].map(slotOf));
    expect(w.layouts.methodSlotOffset(c!, 0)).toBe(DESC_METHODS + 12);
    expect([a!, b!, c!].map((t) => w.layouts.depthOf(t))).toEqual([1, 2, 3]);
    const root = w.registry.builtins[T.ROOT]!;
    expect([0, 1, 2, 3].map((d) => word(w, address(c!) - 4 * (d + 1)))).toEqual([root, a!, b!, c!].map(address));
    expect(word(w, address(c!) + DESC_DEPTH)).toBe(3);
    expect([a!, b!, c!].map((t) => w.layouts.fieldPlace(t, 0).offset)).toEqual([0, 1, 4]);
    expect(word(w, address(c!) + DESC_SIZE)).toBe(8);
  });

  test('of an opaque type is that of its revelation; without one it is an error', () => {
    const w = newWorld();
    const rep: TypeDef = {
      kind: 'object',
      super: T.MUTEX,
      brand: { unitKind: 'module', unit: 'M', text: '' },
      fields: [{ name: 'a', type: T.INTEGER }],
      methods: [],
      overrides: [],
    };
    const [t, r, u, sub] = intern(
      w,
      [
        { kind: 'opaque', unit: 'I', name: 'T', super: T.MUTEX },
        rep,
        { kind: 'opaque', unit: 'I', name: 'U', super: T.ROOT },
        { kind: 'object', super: own(2), fields: [], methods: [], overrides: [] },
      ],
      { exports: { I: [{ opaque: own(0), type: own(1), full: true }] } },
    );
    expect(w.layouts.descriptorOf(t!)).toBe(w.layouts.descriptorOf(r!));
    expect(w.layouts.depthOf(t!)).toBe(2);
    // After the kernel's part of a mutex.
    expect(w.layouts.fieldPlace(r!, 0).offset).toBe(16);
    expect(() => w.layouts.descriptorOf(u!)).toThrow(/I\.U is nowhere revealed/);
    expect(w.layouts.check([sub!])?.code).toBe('K1204');
  });

  test('initialisers are reserved once', () => {
    const w = newWorld();
    const [, r] = intern(w, [range(3n, 4n), { kind: 'ref', target: own(0) }]);
    expect(w.layouts.payloadIsZero(r!)).toBe(false);
    const first = w.layouts.reserveInitSlot(r!);
    expect(first.fresh).toBe(true);
    expect(w.layouts.reserveInitSlot(r!)).toEqual({ slot: first.slot, fresh: false });
  });

  test('too deep an object type is refused', () => {
    const w = newWorld();
    const chain = Array.from(
      { length: 400 },
      (_, i): TypeDef => ({
        kind: 'object',
        super: i === 0 ? T.ROOT : own(i - 1),
        fields: [],
        methods: [],
        overrides: [],
      }),
    );
    expect(w.layouts.check(intern(w, chain))?.code).toBe('K1205');
  });
});
