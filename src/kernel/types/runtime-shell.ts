/**
 * Run-time types in the making: made empty, then filled, for types refer to each other in cycles.
 */
import type { ConstDef, TypeDef, TypeIndex } from '../../bytecode/types.ts';
import { MAX_INTEGER, MIN_INTEGER, T } from '../../bytecode/types.ts';
import type { OrdinalRT, RuntimeType } from './runtime-type.ts';
import { type DeclarerOf, isZeroConstant, raisesOf, type TypeEnv } from './shape.ts';

export type Shell<T> = { -readonly [K in keyof T]: T[K] };

/** How a field starts: as its type's default says, or as its own default says, which is zero bits or not. */
export type DefaultKind = 'type' | 'zero' | 'value';

const KINDS: Partial<Record<TypeDef['kind'], RuntimeType['kind']>> = {
  integer: 'ordinal',
  longint: 'ordinal',
  enum: 'ordinal',
  boolean: 'ordinal',
  char: 'ordinal',
  widechar: 'ordinal',
  subrange: 'ordinal',
  real: 'float',
  longreal: 'float',
  extended: 'float',
  root: 'object',
  mutex: 'object',
};

export function newShell(def: TypeDef, id: number, spell: (t: RuntimeType) => string): RuntimeType {
  const shell = { id, kind: KINDS[def.kind] ?? def.kind };
  // Spelled when first asked for: names of types that refer to each other are only known when all are filled, and most are never read.
  Object.defineProperty(shell, 'name', { get: () => spell(shell as RuntimeType), enumerable: false });
  return shell as RuntimeType;
}

/** Fills a shell; answers how each field starts, for records and objects. */
export function fillType(
  shell: RuntimeType,
  index: TypeIndex,
  def: TypeDef,
  declarerOf: DeclarerOf,
  env: TypeEnv,
  at: (t: TypeIndex) => RuntimeType,
): readonly DefaultKind[] | undefined {
  const fill = (properties: object) => void Object.assign(shell, properties);
  switch (def.kind) {
    case 'integer':
    case 'longint':
      fill(ordinal(def.kind, MIN_INTEGER, MAX_INTEGER));
      return undefined;
    case 'boolean':
      fill({ ...ordinal('boolean', 0n, 1n), names: ['FALSE', 'TRUE'] });
      return undefined;
    case 'char':
      fill(ordinal('char', 0n, 0xffn));
      return undefined;
    case 'widechar':
      fill(ordinal('widechar', 0n, 0x10ffffn));
      return undefined;
    case 'enum':
      fill({ ...ordinal('enum', 0n, BigInt(def.names.length) - 1n), names: def.names });
      return undefined;
    case 'subrange':
      fill({ ...ordinal('subrange', def.lo, def.hi), base: at(def.base) });
      return undefined;
    case 'real':
    case 'longreal':
    case 'extended':
      fill({ def: def.kind });
      return undefined;
    case 'text':
    case 'refany':
    case 'null':
    case 'procany':
      return undefined;
    case 'root':
      fill({ fields: [], methods: [], overrides: [] });
      return undefined;
    case 'mutex':
      // Its state is the kernel's (see `descriptors.ts` for its size); extensions see no fields.
      fill({ super: at(T.ROOT), fields: [], methods: [], overrides: [] });
      return undefined;
    case 'set':
    case 'openarray':
      fill({ element: at(def.element) });
      return undefined;
    case 'array':
      fill({ index: at(def.index), element: at(def.element) });
      return undefined;
    case 'packed':
      fill({ bits: def.bits, base: at(def.base) });
      return undefined;
    case 'ref':
      fill({ target: at(def.target) });
      return undefined;
    case 'record':
      fill({ fields: def.fields.map((f) => ({ name: f.name, type: at(f.type) })) });
      return def.fields.map((f) => defaultKind(f.default));
    case 'object':
      fill({
        super: at(def.super),
        fields: def.fields.map((f) => ({ name: f.name, type: at(f.type) })),
        methods: def.methods.map((m) => ({
          name: m.name,
          signature: at(m.signature),
          slot: m.default === undefined ? 0 : env.slotOf(m.default),
        })),
        overrides: def.overrides.map((o) => ({
          name: o.name,
          declarer: at(declarerOf(index, o.name)),
          slot: o.proc === undefined ? 0 : env.slotOf(o.proc),
        })),
      });
      return def.fields.map((f) => defaultKind(f.default));
    case 'opaque':
      // The bound is filled in when the whole table is known.
      return undefined;
    case 'procedure':
      fill({
        params: def.params.map((p) => ({ mode: p.mode, type: at(p.type) })),
        result: def.result === undefined ? undefined : at(def.result),
        raises: raisesOf(def.raises, env),
        ephemeral: def.ephemeral || def.functional,
        functional: def.functional,
      });
      return undefined;
  }
}

function ordinal(def: OrdinalRT['def'], lo: bigint, hi: bigint): Omit<OrdinalRT, 'id' | 'name' | 'kind'> {
  return { def, lo, hi };
}

function defaultKind(value: ConstDef | undefined): DefaultKind {
  if (value === undefined) return 'type';
  return isZeroConstant(value) ? 'zero' : 'value';
}
