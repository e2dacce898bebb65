/** Generators of instructions and of whole modules: shaped right with indices in range, but otherwise without sense. */
import fc from 'fast-check';
import { CodeWriter } from '../../src/bytecode/code.ts';
import type { ImmediateValue } from '../../src/bytecode/instruction.ts';
import type { SpxModule } from '../../src/bytecode/module.ts';
import { FAULTS, type Immediate, OPCODES, opcode } from '../../src/bytecode/opcodes.ts';
import { BUILTIN_TYPES, type ConstDef, type TypeDef } from '../../src/bytecode/types.ts';

/** Plain objects, as the decoder makes them. */
const record = <V>(model: { [K in keyof V]: fc.Arbitrary<V[K]> }): fc.Arbitrary<V> =>
  fc.record(model, { noNullPrototype: true }) as fc.Arbitrary<V>;

const int64 = fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n });
const small = fc.nat({ max: 300 });

function immediate(kind: Immediate): fc.Arbitrary<ImmediateValue> {
  switch (kind) {
    case 'int':
      return fc.oneof(int64, fc.bigInt({ min: -10n, max: 10n }));
    case 'f32':
      return fc.float();
    case 'f64':
      return fc.double();
    case 'block':
      return fc.constantFrom(0, 1);
    case 'fault':
      return fc.nat({ max: FAULTS.length - 1 });
    case 'labels':
      return fc.array(small, { minLength: 1, maxLength: 5 });
    default:
      return fc.oneof(small, fc.nat({ max: 0xffff_ffff }));
  }
}

export function anyInstruction(name: string): fc.Arbitrary<{ name: string; immediates: readonly ImmediateValue[] }> {
  const kinds = opcode(name).immediates;
  return (kinds.length === 0 ? fc.constant<ImmediateValue[]>([]) : fc.tuple(...kinds.map(immediate))).map(
    (immediates) => ({
      name,
      immediates,
    }),
  );
}

const instruction = fc.constantFrom(...OPCODES.map((o) => o.name)).chain(anyInstruction);

const codeAndLines = fc
  .array(fc.tuple(instruction, fc.option(fc.tuple(fc.nat({ max: 9999 }), fc.nat({ max: 200 })))), { maxLength: 12 })
  .map((list) => {
    const writer = new CodeWriter();
    for (const [{ name, immediates }, mark] of list) {
      if (mark) writer.mark(...mark);
      writer.emit(name, ...immediates);
    }
    return { code: writer.finish(), lines: [...writer.lines] };
  });

/** Code as a hostile file holds it, with marks anywhere. */
const anyCode = fc.oneof(
  codeAndLines,
  record({
    code: fc.uint8Array({ maxLength: 30 }),
    lines: fc
      .array(record({ offset: fc.nat({ max: 40 }), line: small, column: small }), { maxLength: 4 })
      .map((marks) => marks.sort((a, b) => a.offset - b.offset)),
  }),
);

const name = fc.oneof(fc.stringMatching(/^[A-Za-z][A-Za-z0-9_]{0,6}$/), fc.string({ unit: 'grapheme', maxLength: 6 }));

/** Absent keys are left out, as the decoder leaves them out. */
const maybe = <V>(key: string, value: fc.Arbitrary<V>): fc.Arbitrary<object> =>
  fc.option(value).map((v) => (v === null ? {} : { [key]: v }));
const join = (...parts: fc.Arbitrary<object>[]): fc.Arbitrary<object> =>
  fc.tuple(...parts).map((all) => Object.assign({}, ...all));

interface Sizes {
  types: number;
  texts: number;
  procedures: number;
  globals: number;
  exceptions: number;
  units: number;
  importedItems: number;
}

function moduleOf(n: Sizes): fc.Arbitrary<SpxModule> {
  const below = (count: number) => fc.nat({ max: Math.max(0, count - 1) });
  const type = below(BUILTIN_TYPES.length + n.types);
  const proc = below(n.procedures + n.importedItems);
  const exception = below(n.exceptions + n.importedItems);
  const global = below(n.globals + n.importedItems);
  const unit = below(n.units);
  const list = <V>(value: fc.Arbitrary<V>) => fc.array(value, { maxLength: 3 });
  const constant: fc.Arbitrary<ConstDef> = fc.letrec<{ c: ConstDef }>((tie) => ({
    c: fc.oneof(
      { depthSize: 'small' },
      record({ kind: fc.constant('int'), value: int64 }),
      record({ kind: fc.constant('real'), value: fc.double() }),
      record({ kind: fc.constant('text'), text: below(n.texts) }),
      fc.constant({ kind: 'nil' }),
      record({ kind: fc.constant('proc'), proc }),
      record({ kind: fc.constant('set'), words: list(fc.bigInt({ min: 0n, max: 2n ** 64n - 1n })) }),
      record({ kind: fc.constant('aggregate'), parts: list(tie('c')) }),
    ) as fc.Arbitrary<ConstDef>,
  })).c;
  const kind = (k: string) => record({ kind: fc.constant(k) });
  const brand = maybe('brand', record({ unitKind: fc.constantFrom('interface', 'module'), unit: name, text: name }));
  const field = join(record({ name, type }), maybe('default', constant));
  const def = fc.oneof(
    record({ kind: fc.constant('enum'), names: list(name) }),
    record({ kind: fc.constant('subrange'), base: type, lo: int64, hi: int64 }),
    record({ kind: fc.constantFrom('set', 'openarray'), element: type }),
    record({ kind: fc.constant('record'), fields: list(field) }),
    record({ kind: fc.constant('array'), index: type, element: type }),
    record({ kind: fc.constant('packed'), bits: small, base: type }),
    join(kind('ref'), record({ target: type }), brand),
    join(
      kind('object'),
      record({
        super: type,
        fields: list(field),
        methods: list(join(record({ name, signature: type }), maybe('default', proc))),
        overrides: list(record({ name, proc })),
      }),
      brand,
    ),
    record({ kind: fc.constant('opaque'), unit: name, name, super: type }),
    join(
      kind('procedure'),
      record({
        params: list(record({ mode: fc.constantFrom('value', 'var', 'readonly'), type })),
        raises: fc.oneof(fc.constant('any'), list(exception)),
        ephemeral: fc.boolean(),
        functional: fc.boolean(),
      }),
      maybe('result', type),
    ),
  ) as fc.Arbitrary<TypeDef>;
  const exactly = <V>(value: fc.Arbitrary<V>, count: number) => fc.array(value, { minLength: count, maxLength: count });
  const revelations = list(record({ opaque: type, type, full: fc.boolean() }));
  const typed = record({ name, type });
  const argument = join(record({ name, implicit: fc.boolean() }), maybe('argument', type));
  return record({
    name,
    types: exactly(def, n.types),
    texts: exactly(fc.string({ unit: fc.nat({ max: 255 }).map((c) => String.fromCharCode(c)), maxLength: 8 }), n.texts),
    imports: exactly(
      record({
        name,
        fingerprint: name,
        procedures: exactly(typed, n.importedItems),
        globals: exactly(typed, n.importedItems),
        exceptions: exactly(argument, n.importedItems),
        opaques: list(type),
        revelations,
      }),
      n.importedItems > 0 ? 1 : 0,
    ),
    interfaces: list(
      record({
        name,
        fingerprint: name,
        procedures: n.procedures + n.importedItems > 0 ? list(record({ name, proc })) : fc.constant([]),
        globals: n.globals + n.importedItems > 0 ? list(record({ name, global })) : fc.constant([]),
        exceptions: list(record({ name, exception })),
        types: list(typed),
        revelations,
        source: fc.string({ unit: fc.constantFrom('a', '\n', '"', '\\', ';', 'é', ' '), maxLength: 20 }),
      }),
    ),
    units: exactly(
      join(
        record({
          kind: fc.constantFrom('interface', 'module'),
          name,
          exports: list(name),
          revelations,
          sourcePath: name,
        }),
        maybe('body', proc),
      ),
      n.units,
    ),
    globals: exactly(record({ name, unit, type }), n.globals),
    exceptions: exactly(join(record({ name, unit, implicit: fc.boolean() }), maybe('argument', type)), n.exceptions),
    procedures: exactly(
      join(
        record({
          name,
          unit,
          type,
          native: fc.boolean(),
          locals: list(
            record({
              kind: fc.constantFrom('value', 'memory', 'address', 'readonly', 'exception'),
              type,
              captured: fc.boolean(),
              name,
            }),
          ),
        }),
        maybe('event', type),
        maybe('parent', proc),
        anyCode,
      ),
      n.procedures,
    ),
  }) as fc.Arbitrary<SpxModule>;
}

/** At least one of everything that indices may mean. */
export const anyModule: fc.Arbitrary<SpxModule> = record({
  types: fc.integer({ min: 0, max: 6 }),
  texts: fc.integer({ min: 1, max: 3 }),
  procedures: fc.integer({ min: 1, max: 3 }),
  globals: fc.integer({ min: 1, max: 2 }),
  exceptions: fc.integer({ min: 1, max: 2 }),
  units: fc.integer({ min: 1, max: 2 }),
  importedItems: fc.integer({ min: 0, max: 2 }),
}).chain(moduleOf);
