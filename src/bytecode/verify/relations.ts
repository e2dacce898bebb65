/**
 * Relations between types: same, subtype, covers. All of them cost constant time, from tables that are made once for a module.
 *
 * Inside: questions. Not inside: how the tables are made and what a well-formed table is (`module/`).
 */
import { MAX_INTEGER, MIN_INTEGER, type ProcedureTypeDef, T, type TypeDef, type TypeIndex } from '../types.ts';
import type { Operand } from './operands.ts';

export interface TypeTable {
  readonly defs: readonly TypeDef[];
  /** The entry that stands for an entry: an opaque type's full revelation where this file has it, else itself. */
  readonly alias: Int32Array;
  /** Same number, same type. */
  readonly classOf: Int32Array;
  /** An entry of the direct supertype of a reference type, per class; -1 at the top. For an opaque type: its strongest known bound. */
  readonly parent: Int32Array;
  /** Preorder intervals of the forest of supertypes, per class. */
  readonly enter: Int32Array;
  readonly leave: Int32Array;
  /** Procedure types alike but for RAISES and flags have the same number, per class. */
  readonly headings: Int32Array;
  /** 1 for types whose every bit pattern is a value, per entry (see `module/sizes.ts`). */
  readonly complete: Uint8Array;
  /** What a variable of a scalar type holds, per entry; see `operandOf`. */
  readonly operands: readonly (Operand | undefined)[];
  /** Addresses as operands, made when they are first wanted; see `addressOf`. */
  readonly addresses: (AddrOperand | undefined)[];
  /** Per object type: position of its own methods by name. */
  readonly methods: ReadonlyMap<TypeIndex, ReadonlyMap<string, number>>;
}

export type IntOperand = Extract<Operand, { k: 'int' }>;
export type RefOperand = Extract<Operand, { k: 'ref' }>;
export type ProcOperand = Extract<Operand, { k: 'proc' }>;
export type SetOperand = Extract<Operand, { k: 'set' }>;
export type AddrOperand = Extract<Operand, { k: 'addr' }>;
export type ExnOperand = Extract<Operand, { k: 'exn' }>;

/** Stands for itself wherever nothing is known of an integer, so that it is told by its identity. */
export const ANY_INT: IntOperand = { k: 'int', lo: MIN_INTEGER, hi: MAX_INTEGER };
export const BOOL: Operand = { k: 'bool' };

/** The definition behind a type, through its full revelation. */
export function resolve(table: TypeTable, type: TypeIndex): TypeDef {
  return table.defs[table.alias[type]!]!;
}

export function sameType(table: TypeTable, a: TypeIndex, b: TypeIndex): boolean {
  return table.classOf[a] === table.classOf[b];
}

const REFERENCES: ReadonlySet<TypeDef['kind']> = new Set<TypeDef['kind']>([
  'text',
  'refany',
  'null',
  'root',
  'mutex',
  'ref',
  'object',
  'opaque',
]);

export function isReference(def: TypeDef): boolean {
  return REFERENCES.has(def.kind);
}

export function isProcedure(def: TypeDef): boolean {
  return def.kind === 'procedure' || def.kind === 'procany';
}

/** Between reference types. */
export function isSubtype(table: TypeTable, a: TypeIndex, b: TypeIndex): boolean {
  const low = table.classOf[a]!;
  const high = table.classOf[b]!;
  if (low === high) return true;
  if (low === table.classOf[T.NULL]) return isReference(resolve(table, b));
  return table.enter[high]! <= table.enter[low]! && table.leave[low]! <= table.leave[high]! && table.enter[low]! >= 0;
}

/** The nearest supertype (or the type itself) whose definition is of one of the kinds; through the bounds of opaque types. */
export function nearest(table: TypeTable, type: TypeIndex, kinds: readonly TypeDef['kind'][]): TypeIndex | undefined {
  let at = table.alias[type]!;
  for (;;) {
    const def = table.defs[at]!;
    if (kinds.includes(def.kind)) return at;
    if (def.kind !== 'opaque') return undefined;
    const up = table.parent[table.classOf[at]!]!;
    if (up < 0) return undefined;
    at = table.alias[up]!;
  }
}

/** ROOT, an object type, or an opaque type below one. */
export function isObject(table: TypeTable, type: TypeIndex): boolean {
  return nearest(table, type, ['object', 'root', 'mutex']) !== undefined;
}

/** A value of procedure type `from` may stand where `to` is wanted (section 2.8: "covers"). */
export function covers(table: TypeTable, from: TypeIndex, to: TypeIndex): boolean {
  if (sameType(table, from, to)) return true;
  const a = resolve(table, from);
  const b = resolve(table, to);
  if (b.kind === 'procany') return isProcedure(a);
  if (a.kind !== 'procedure' || b.kind !== 'procedure') return false;
  return table.headings[table.classOf[from]!] === table.headings[table.classOf[to]!] && admits(b, a);
}

/** `inner` raises no more and promises no less than `outer`. */
export function admits(outer: ProcedureTypeDef, inner: ProcedureTypeDef): boolean {
  if (outer.functional && !inner.functional) return false;
  if (outer.ephemeral && !(inner.ephemeral || inner.functional)) return false;
  if (outer.raises === 'any') return true;
  if (inner.raises === 'any') return false;
  const allowed = new Set(outer.raises);
  return inner.raises.every((e) => allowed.has(e));
}

export interface Bounds {
  readonly lo: bigint;
  readonly hi: bigint;
}

/** First and last ORD of an ordinal type (BOOLEAN included); undefined for other types. `lo > hi` is an empty type. */
export function ordinalBounds(defs: readonly TypeDef[], type: TypeIndex): Bounds | undefined {
  const def = defs[type]!;
  switch (def.kind) {
    case 'integer':
    case 'longint':
      return { lo: MIN_INTEGER, hi: MAX_INTEGER };
    case 'boolean':
      return { lo: 0n, hi: 1n };
    case 'char':
      return { lo: 0n, hi: 0xffn };
    case 'widechar':
      return { lo: 0n, hi: 0x10_ffffn };
    case 'enum':
      return { lo: 0n, hi: BigInt(def.names.length) - 1n };
    case 'subrange':
      return { lo: def.lo, hi: def.hi };
    default:
      return undefined;
  }
}

export function isBoolean(defs: readonly TypeDef[], type: TypeIndex): boolean {
  const def = defs[type]!;
  return def.kind === 'boolean' || (def.kind === 'subrange' && defs[def.base]!.kind === 'boolean');
}

/** Number of elements that a set type can have. */
export function setSize(defs: readonly TypeDef[], set: TypeDef & { kind: 'set' }): number {
  const bounds = ordinalBounds(defs, set.element);
  return bounds === undefined || bounds.lo > bounds.hi ? 0 : Number(bounds.hi - bounds.lo + 1n);
}

/** What a variable of a scalar type holds, as an operand; undefined for aggregates and open arrays. For a packed type: what its base holds. */
export function operandOf(table: TypeTable, type: TypeIndex, closure = false): Operand | undefined {
  const operand = table.operands[type];
  return closure && operand?.k === 'proc' && resolve(table, type).kind === 'procedure'
    ? { ...operand, closure }
    : operand;
}

/** The address of a variable of the type: one object for all that are alike. */
export function addressOf({ addresses }: TypeTable, type: TypeIndex, readonly: boolean, own: boolean): AddrOperand {
  const at = 4 * type + (readonly ? 2 : 0) + (own ? 1 : 0);
  let operand = addresses[at];
  if (operand === undefined) addresses[at] = operand = { k: 'addr', type, readonly, own };
  return operand;
}

/** Per entry: what `operandOf` finds, made once for all. */
export function operandsOfTypes(defs: readonly TypeDef[], alias: Int32Array): (Operand | undefined)[] {
  const operand = (type: TypeIndex): Operand | undefined => {
    const def = defs[alias[type]!]!;
    switch (def.kind) {
      case 'boolean':
        return BOOL;
      case 'real':
        return { k: 'real' };
      case 'longreal':
      case 'extended':
        return { k: 'long' };
      case 'set':
        return setSize(defs, def) <= 64 ? { k: 'set', type } : undefined;
      case 'procedure':
      case 'procany':
        return { k: 'proc', type, closure: false };
      case 'packed':
        return operand(def.base);
      case 'record':
      case 'array':
      case 'openarray':
        return undefined;
      default: {
        if (isReference(def)) return { k: 'ref', type };
        if (isBoolean(defs, alias[type]!)) return BOOL;
        const bounds = ordinalBounds(defs, alias[type]!);
        if (bounds?.lo === MIN_INTEGER && bounds.hi === MAX_INTEGER) return ANY_INT;
        return bounds && { k: 'int', lo: bounds.lo, hi: bounds.hi };
      }
    }
  };
  return defs.map((_, type) => operand(type));
}

export function isScalar(table: TypeTable, type: TypeIndex): boolean {
  return operandOf(table, type) !== undefined;
}

/** Open dimensions of an array type: how often `openarray` stands before another type. */
export function openDimensions(defs: readonly TypeDef[], type: TypeIndex): number {
  let count = 0;
  for (let def = defs[type]!; def.kind === 'openarray'; def = defs[def.element]!) count++;
  return count;
}

/** Same parameters and result; the first parameters of `a` that are skipped are a method's receiver. */
export function sameHeading(table: TypeTable, a: ProcedureTypeDef, b: ProcedureTypeDef, skip = 0): boolean {
  if (a.params.length - skip !== b.params.length) return false;
  if (a.result === undefined || b.result === undefined ? a.result !== b.result : !sameType(table, a.result, b.result))
    return false;
  return b.params.every((p, i) => {
    const other = a.params[i + skip]!;
    return p.mode === other.mode && sameType(table, p.type, other.type);
  });
}

/** A method and the object type that declares it. */
export interface DeclaredMethod {
  readonly declarer: TypeIndex;
  readonly method: number;
}

/**
 * The method that an override of that name in object type `object` means: the nearest one of its supertypes, as far as this file sees them (an opaque
 * type leads on to its full revelation, else to its strongest bound). Whoever builds method suites must ask here, for another method of the
 * same name may hide in a type that the file cannot see, with another signature.
 */
export function overridden(table: TypeTable, object: TypeIndex, name: string): DeclaredMethod | undefined {
  for (let at = table.alias[object]!; ; ) {
    const up = table.parent[table.classOf[at]!]!;
    if (up < 0) return undefined;
    at = table.alias[up]!;
    const method = table.methods.get(at)?.get(name);
    if (method !== undefined) return { declarer: at, method };
  }
}
