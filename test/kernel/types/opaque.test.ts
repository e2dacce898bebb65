import { describe, expect, test } from 'vitest';
import { T, type TypeDef } from '../../../src/bytecode/types.ts';
import { TypeRegistry } from '../../../src/kernel/types/registry.ts';
import { isSubtype, sameType } from '../../../src/kernel/types/relations.ts';
import type { ObjectRT, OpaqueRT, RuntimeType } from '../../../src/kernel/types/runtime-type.ts';
import { env, type FileOptions, file, own } from './tables.ts';

const opaque = (name: string, bound: number, unit = 'I'): TypeDef => ({ kind: 'opaque', unit, name, super: bound });
const hidden = (superType: number, text = 'rep'): TypeDef => ({
  kind: 'object',
  super: superType,
  brand: { unitKind: 'module', unit: 'M', text },
  fields: [{ name: 'secret', type: T.INTEGER }],
  methods: [],
  overrides: [],
});
const reveal = (o: number, type: number, full = true) => ({ opaque: own(o), type: own(type), full });

const OWNER = env({ 'interface I': 100, 'module M': 101 });
const CLIENT = env({ 'interface I': 100, 'module M': 201 });

function intern(r: TypeRegistry, types: TypeDef[], options: FileOptions, e = OWNER): RuntimeType[] {
  return r.internTypes(file(types, options), e).slice(own(0));
}

const owner = (r: TypeRegistry): RuntimeType[] =>
  intern(r, [opaque('T', T.ROOT), hidden(T.ROOT), { kind: 'ref', target: own(0) }, { kind: 'ref', target: own(1) }], {
    exports: { I: [reveal(0, 1)] },
  });

describe('opaque types', () => {
  test('are of their interface instance and name', () => {
    const r = new TypeRegistry();
    const [a] = intern(r, [opaque('T', T.REFANY)], {}, env({ I: 1 }));
    const [same] = intern(r, [opaque('T', T.REFANY)], {}, env({ I: 1 }));
    const [other] = intern(r, [opaque('T', T.REFANY)], {}, env({ I: 2 }));
    expect(same).toBe(a);
    expect(other).not.toBe(a);
    expect(r.opaque(1, 'T')).toBe(a);
    expect(a!.name).toBe('I.T');
  });

  test('with another bound than the interface gives them are refused', () => {
    const r = new TypeRegistry();
    intern(r, [opaque('T', T.ROOT)], {}, env({ I: 1 }));
    expect(() => intern(r, [opaque('T', T.REFANY)], {}, env({ I: 1 }))).toThrow(/I\.T.*ROOT.*REFANY/);
  });

  test('and their revelation are one type, wherever they are parts', () => {
    const r = new TypeRegistry();
    const [t, rep, refT, refRep] = owner(r);
    expect((t as OpaqueRT).revealed).toBe(rep);
    expect(sameType(t!, rep!)).toBe(true);
    expect(t!.id).toBe(rep!.id);
    expect(r.byTypecode(t!.id)).toBe(rep);
    expect(refT).toBe(refRep);
    const [clientT, clientRef] = intern(
      r,
      [opaque('T', T.ROOT), { kind: 'ref', target: own(0) }],
      { imports: { I: [] } },
      CLIENT,
    );
    expect(clientT).toBe(t);
    expect(clientRef).toBe(refT);
  });

  test('a subtype made over the opaque type is one over the revelation', () => {
    const r = new TypeRegistry();
    const [t, rep] = owner(r);
    const sub: TypeDef = { kind: 'object', super: own(0), fields: [], methods: [], overrides: [] };
    const [, client] = intern(r, [opaque('T', T.ROOT), sub], { imports: { I: [] } }, CLIENT);
    expect(isSubtype(client!, t!)).toBe(true);
    expect(isSubtype(client!, rep!)).toBe(true);
    expect(isSubtype(client!, r.builtins[T.ROOT]!)).toBe(true);
    expect(isSubtype(t!, client!)).toBe(false);
  });

  test('a client that is told the revelation gets the same types', () => {
    const r = new TypeRegistry();
    const types: TypeDef[] = [
      opaque('T', T.ROOT),
      {
        ...(hidden(T.ROOT) as Extract<TypeDef, { kind: 'object' }>),
        brand: { unitKind: 'interface', unit: 'I', text: 'rep' },
      },
      { kind: 'ref', target: own(1) },
    ];
    const told = intern(r, types, { exports: { I: [reveal(0, 1)] } });
    const client = intern(r, types, { imports: { I: [reveal(0, 1)] } }, CLIENT);
    expect(client).toEqual(told);
    expect(client[2]).toBe(told[2]);
  });

  test('a recursive type over the opaque type is one over the revelation, even for a file that knows both but not that they are one', () => {
    const r = new TypeRegistry();
    const rep: TypeDef = {
      ...(hidden(T.ROOT) as Extract<TypeDef, { kind: 'object' }>),
      brand: { unitKind: 'interface', unit: 'I', text: 'rep' },
    };
    intern(r, [opaque('T', T.ROOT), rep], { exports: { I: [reveal(0, 1)] } });
    const node = (over: number, next: number): TypeDef => ({
      kind: 'record',
      fields: [
        { name: 'item', type: own(over) },
        { name: 'next', type: own(next) },
      ],
    });
    // 2 -> 3 over T -> 4 -> 5 over its revelation -> 2
    const types = intern(
      r,
      [
        opaque('T', T.ROOT),
        rep,
        { kind: 'ref', target: own(3) },
        node(0, 4),
        { kind: 'ref', target: own(5) },
        node(1, 2),
      ],
      { imports: { I: [] } },
      CLIENT,
    );
    expect(types[2]).toBe(types[4]);
    expect(types[3]).toBe(types[5]);
    const [, list] = intern(
      r,
      [opaque('T', T.ROOT), { kind: 'ref', target: own(2) }, node(0, 1)],
      { imports: { I: [] } },
      CLIENT,
    );
    expect(list).toBe(types[2]);
  });
});

describe('revelations that are refused', () => {
  test("of somebody else's opaque type", () => {
    const r = new TypeRegistry();
    owner(r);
    expect(() =>
      intern(r, [opaque('T', T.ROOT), hidden(T.ROOT)], { exports: { J: [reveal(0, 1)] }, imports: { I: [] } }, CLIENT),
    ).toThrow(/reveals I\.T/);
  });

  test('without a brand', () => {
    const plain: TypeDef = { kind: 'ref', target: T.INTEGER };
    expect(() =>
      intern(new TypeRegistry(), [opaque('T', T.REFANY), plain], { exports: { I: [reveal(0, 1)] } }),
    ).toThrow(/branded/);
  });

  test('that do not fit the bound', () => {
    const branded: TypeDef = { kind: 'ref', target: T.INTEGER, brand: { unitKind: 'module', unit: 'M', text: '' } };
    expect(() =>
      intern(new TypeRegistry(), [opaque('T', T.ROOT), branded], { exports: { I: [reveal(0, 1)] } }),
    ).toThrow(/not a subtype of ROOT/);
  });

  test('twice', () => {
    const types = [opaque('T', T.ROOT), hidden(T.ROOT, 'a'), hidden(T.ROOT, 'b')];
    expect(() => intern(new TypeRegistry(), types, { exports: { I: [reveal(0, 1), reveal(0, 2)] } })).toThrow(/twice/);
    const two = [opaque('T', T.ROOT), opaque('U', T.ROOT), hidden(T.ROOT)];
    expect(() => intern(new TypeRegistry(), two, { exports: { I: [reveal(0, 2), reveal(1, 2)] } })).toThrow(/both/);
  });

  test('as a subtype of itself', () => {
    expect(() =>
      intern(new TypeRegistry(), [opaque('T', T.ROOT), hidden(own(0))], { exports: { I: [reveal(0, 1)] } }),
    ).toThrow(/itself/);
  });

  test('believed, when they are false', () => {
    const r = new TypeRegistry();
    owner(r);
    expect(() => intern(r, [opaque('T', T.ROOT), hidden(T.ROOT)], { imports: { I: [reveal(0, 1)] } }, CLIENT)).toThrow(
      /revealed as/,
    );
    const unrelated: TypeDef = { kind: 'object', super: T.ROOT, fields: [], methods: [], overrides: [] };
    expect(() =>
      intern(r, [opaque('T', T.ROOT), unrelated], { imports: { I: [reveal(0, 1, false)] } }, CLIENT),
    ).toThrow(/not known to be/);
  });
});

describe('overrides', () => {
  const procedure = (...receivers: number[]): TypeDef => ({
    kind: 'procedure',
    params: receivers.map((type) => ({ mode: 'value', type })),
    raises: [],
    ephemeral: false,
    functional: false,
  });
  const object = (superType: number, parts: Partial<Extract<TypeDef, { kind: 'object' }>> = {}): TypeDef => ({
    kind: 'object',
    super: superType,
    fields: [],
    methods: [],
    overrides: [],
    ...parts,
  });
  const m = [{ name: 'm', signature: own(0) }];

  test('mean the method that the file sees, not one of the same name that a revelation hides', () => {
    const r = new TypeRegistry();
    const base = object(T.ROOT, { methods: m });
    const rep = object(own(1), { methods: m, brand: { unitKind: 'module', unit: 'M', text: 'rep' } });
    const sub = object(own(2), { overrides: [{ name: 'm', proc: 0 }] });
    const inside = intern(r, [procedure(), base, opaque('T', own(1)), sub, procedure(own(3)), rep], {
      exports: { I: [reveal(2, 5)] },
      procedures: [own(4)],
    });
    const outside = intern(
      r,
      [procedure(), base, opaque('T', own(1)), sub, procedure(own(3))],
      { imports: { I: [] }, procedures: [own(4)] },
      CLIENT,
    );
    expect(sameType((inside[3] as ObjectRT).overrides[0]!.declarer, inside[5]!)).toBe(true);
    expect((outside[3] as ObjectRT).overrides[0]!.declarer).toBe(inside[1]);
    expect(outside[3]).not.toBe(inside[3]);
  });

  test('of no method are refused', () => {
    const sub = object(T.ROOT, { overrides: [{ name: 'm', proc: 0 }] });
    expect(() => intern(new TypeRegistry(), [sub, procedure(own(0))], { procedures: [own(1)] })).toThrow(/overrides m/);
  });
});
