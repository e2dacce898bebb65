/**
 * The type table: every type that the file mentions, once.
 *
 * Types of the same shape share an entry as far as that shows from the bottom up; recursive types of equal structure may stand twice, which costs
 * space and nothing else, since the kernel compares structures. Indices of procedures and exceptions in entries are provisional (`indices.ts`).
 */
import type { BrandDef, ConstDef, FieldDef, TypeDef, TypeIndex } from '../../bytecode/types.ts';
import { BUILTIN_TYPES, T } from '../../bytecode/types.ts';
import type {
  Brand,
  BuiltinType,
  ConstValue,
  EnumType,
  ExceptionEntity,
  Field,
  OpaqueType,
  Type,
  TypeEntity,
} from '../../language/types/model.ts';
import { bounds, isBoolean, isPacked, unpack } from '../lower/types.ts';
import { Refusal } from '../refusal.ts';
import type { Indices } from './indices.ts';

/**
 * What is UNTRACED is collected all the same: a safe unit cannot give it back, nor mix it with what is traced, so nothing of that shows but the memory.
 * So ADDRESS, which safe code can only hand on and compare, is any reference.
 */
const BUILTIN_INDEX: Record<BuiltinType['name'], TypeIndex> = {
  TEXT: T.TEXT,
  REFANY: T.REFANY,
  NULL: T.NULL,
  MUTEX: T.MUTEX,
  PROCANY: T.PROCANY,
  ROOT: T.ROOT,
  ADDRESS: T.REFANY,
  'UNTRACED ROOT': T.ROOT,
};
const ENUM_INDEX = { BOOLEAN: T.BOOLEAN, CHAR: T.CHAR, WIDECHAR: T.WIDECHAR };
const FLOAT_INDEX = { REAL: T.REAL, LONGREAL: T.LONGREAL, EXTENDED: T.EXTENDED };

export class TypeTable {
  readonly #indices: Indices;
  readonly #text: (value: string) => number;
  readonly #defs: (TypeDef | undefined)[] = [];
  readonly #byType = new Map<Type, TypeIndex>();
  readonly #byShape = new Map<string, TypeIndex>();
  /** Types being entered; one that is met again before it is done gets its index early. */
  readonly #entering = new Set<Type>();

  readonly #revealed: ReadonlyMap<TypeEntity, Type>;

  /** `revealed`: what full revelations say of opaque types. */
  constructor(indices: Indices, text: (value: string) => number, revealed: ReadonlyMap<TypeEntity, Type> = new Map()) {
    this.#revealed = revealed;
    this.#indices = indices;
    this.#text = text;
    BUILTIN_TYPES.forEach((def, index) => {
      this.#byShape.set(shapeKey(def), index);
    });
  }

  /** Complete when lowering is. */
  get defs(): readonly TypeDef[] {
    return this.#defs.map((def) => def!);
  }

  /** Number of entries so far. */
  get size(): number {
    return this.#defs.length;
  }

  /** Types entered so far. */
  get entered(): Iterable<Type> {
    return this.#byType.keys();
  }

  /** The index of a type, without entering it. */
  find(type: Type): TypeIndex | undefined {
    return this.#byType.get(type);
  }

  index(named: Type): TypeIndex {
    const type = this.#own(named);
    const known = this.#byType.get(type);
    if (known !== undefined) return known;
    if (this.#entering.has(type)) {
      const early = this.#reserve();
      this.#byType.set(type, early);
      return early;
    }
    this.#entering.add(type);
    const built = this.#defineOnce(type);
    const early = this.#byType.get(type);
    if (early !== undefined) {
      this.#defs[early - BUILTIN_TYPES.length] = built as TypeDef;
      return early;
    }
    const index = typeof built === 'number' ? built : this.#share(built);
    this.#byType.set(type, index);
    return index;
  }

  /** What a module declares opaque nobody else can name, and it reveals the type itself: it is its concrete type. */
  #own(type: Type): Type {
    const concrete = isModulesOwn(type) ? this.#revealed.get(type.entity) : undefined;
    return concrete ? this.#own(concrete) : type;
  }

  #defineOnce(type: Type): TypeDef | TypeIndex {
    try {
      return this.#define(type);
    } finally {
      this.#entering.delete(type);
    }
  }

  #reserve(): TypeIndex {
    this.#defs.push(undefined);
    return BUILTIN_TYPES.length + this.#defs.length - 1;
  }

  #share(def: TypeDef): TypeIndex {
    const key = shapeKey(def);
    const known = this.#byShape.get(key);
    if (known !== undefined) return known;
    const index = this.#reserve();
    this.#defs[index - BUILTIN_TYPES.length] = def;
    this.#byShape.set(key, index);
    return index;
  }

  #define(type: Type): TypeDef | TypeIndex {
    switch (type.kind) {
      case 'integer':
        return type.name === 'INTEGER' ? T.INTEGER : T.LONGINT;
      case 'enum':
        return enumDef(type);
      case 'subrange':
        // The format knows no part of BOOLEAN; the code checks what is stored there.
        if (isBoolean(type)) return T.BOOLEAN;
        return { kind: 'subrange', base: this.index(type.base), lo: type.lo, hi: type.hi };
      case 'float':
        return FLOAT_INDEX[type.name];
      case 'builtin':
        return BUILTIN_INDEX[type.name];
      case 'set':
        return { kind: 'set', element: this.index(unpack(type.element)) };
      case 'record':
        return { kind: 'record', fields: this.#fields(type.fields) };
      case 'array':
        return { kind: 'array', index: this.index(unpack(type.index)), element: this.index(type.element) };
      case 'openarray':
        return { kind: 'openarray', element: this.index(type.element) };
      case 'packed': {
        // Of what is no ordinal or small set, BITS n FOR is that itself.
        const base = this.index(unpack(type.base));
        return isPacked(type) ? { kind: 'packed', bits: type.bits, base } : base;
      }
      case 'ref':
        return { kind: 'ref', target: this.index(unpack(type.target)), ...this.#brand(type.brand) };
      case 'object':
        return {
          kind: 'object',
          super: this.index(type.super),
          ...this.#brand(type.brand),
          fields: this.#fields(type.fields),
          methods: type.methods.map((m) => ({
            name: m.name,
            signature: this.index(m.signature),
            ...(m.default ? { default: this.#indices.procedure(m.default) } : {}),
          })),
          overrides: type.overrides.map((o) => ({
            name: o.name,
            ...(o.proc ? { proc: this.#indices.procedure(o.proc) } : {}),
          })),
        };
      case 'opaque': {
        const unit = type.entity.unit;
        if (!unit) throw new Error(`opaque type ${type.entity.name} belongs to no unit`);
        this.#indices.mention(unit);
        return { kind: 'opaque', unit: unit.name, name: type.entity.name, super: this.index(type.bound) };
      }
      case 'procedure':
        return {
          kind: 'procedure',
          params: type.params.map((p) => ({ mode: p.mode, type: this.index(unpack(p.type)) })),
          ...(type.result ? { result: this.index(unpack(type.result)) } : {}),
          // Implicit exceptions pass every RAISES; naming them says nothing.
          raises: type.raises === 'any' ? 'any' : this.#raises(type.raises),
          ephemeral: type.ephemeral || type.functional,
          functional: type.functional,
        };
      case 'error':
        throw new Refusal('L5010', 'a type here is in error');
    }
  }

  #raises(exceptions: readonly ExceptionEntity[]): number[] {
    return [...new Set(exceptions.filter((e) => !e.implicit))].map((e) => this.#indices.exception(e));
  }

  #fields(fields: readonly Field[]): FieldDef[] {
    return fields.map((f) => ({
      name: f.name,
      type: this.index(f.type),
      ...(f.default ? { default: this.constant(unpack(f.type), f.default) } : {}),
    }));
  }

  #brand(brand: Brand | undefined): { brand?: BrandDef } {
    if (!brand) return {};
    this.#indices.mention(brand.unit);
    return { brand: { unitKind: brand.unit.unitKind, unit: brand.unit.name, text: brand.text } };
  }

  /** A constant as it stands in the file, for a place of that type. */
  constant(type: Type, value: ConstValue): ConstDef {
    switch (value.kind) {
      case 'int':
      case 'real':
      case 'nil':
        return value;
      case 'text':
        return { kind: 'text', text: this.#text(value.value) };
      case 'proc':
        if (value.method) throw new Refusal('L5008', 'a field cannot have an inherited method as its default');
        return { kind: 'proc', proc: this.#indices.procedure(value.proc) };
      case 'set': {
        if (type.kind !== 'set') throw new Error(`a set constant for a ${type.kind}`);
        return { kind: 'set', words: setWords(type, value.elements) };
      }
      case 'record': {
        if (type.kind !== 'record') throw new Error(`a record constant for a ${type.kind}`);
        return {
          kind: 'aggregate',
          parts: value.fields.map((part, i) => this.constant(unpack(type.fields[i]!.type), part)),
        };
      }
      case 'array': {
        if (type.kind !== 'array') throw new Error(`an array constant for a ${type.kind}`);
        const element = unpack(type.element);
        return { kind: 'aggregate', parts: value.elements.map((part) => this.constant(element, part)) };
      }
    }
  }
}

/** Is it an opaque type of a module, which the format knows by its concrete type only? */
export function isModulesOwn(type: Type): type is OpaqueType {
  return type.kind === 'opaque' && type.entity.unit?.unitKind === 'module';
}

/** One unsigned word per 64 elements, the first element in bit 0. */
export function setWords(type: Extract<Type, { kind: 'set' }>, elements: readonly bigint[]): bigint[] {
  const { lo, hi } = bounds(unpack(type.element));
  const count = hi < lo ? 0n : hi - lo + 1n;
  const words = new Array<bigint>(Number((count + 63n) / 64n)).fill(0n);
  for (const element of elements) {
    const bit = element - lo;
    const word = Number(bit / 64n);
    words[word] = (words[word] ?? 0n) | (1n << (bit % 64n));
  }
  return words;
}

function enumDef(type: EnumType): TypeDef | TypeIndex {
  if (type.builtin) return ENUM_INDEX[type.builtin];
  return { kind: 'enum', names: type.elements };
}

function shapeKey(def: TypeDef): string {
  return JSON.stringify(def, (_, value: unknown) => (typeof value === 'bigint' ? `${value}n` : value));
}
