/**
 * The types that a `.spx` file speaks about.
 *
 * Inside: the shape of one entry of the type table and the builtin entries that every table starts with.
 * Not inside: equality and subtyping (`verify/relations.ts`), layout in memory (the kernel's business).
 */

/** Index into a module's type table. Indices below `BUILTIN_TYPES.length` mean the builtin types and are never stored. */
export type TypeIndex = number;
/** Index into a module's procedure space: imported procedures first, then its own. */
export type ProcIndex = number;
/** Index into a module's exception space: imported exceptions first, then its own. */
export type ExceptionIndex = number;
/** Index into a module's global space: imported variables first, then its own. */
export type GlobalIndex = number;

export type Mode = 'value' | 'var' | 'readonly';

/** A constant that can be a field's default. Integers stand for every ordinal type (ORD); texts index the text pool. */
export type ConstDef =
  | { readonly kind: 'int'; readonly value: bigint }
  | { readonly kind: 'real'; readonly value: number }
  | { readonly kind: 'text'; readonly text: number }
  | { readonly kind: 'nil' }
  | { readonly kind: 'proc'; readonly proc: ProcIndex }
  /** One word per 64 elements of a set, lowest element in bit 0. */
  | { readonly kind: 'set'; readonly words: readonly bigint[] }
  /** Record fields or array elements in order. */
  | { readonly kind: 'aggregate'; readonly parts: readonly ConstDef[] };

export interface FieldDef {
  readonly name: string;
  readonly type: TypeIndex;
  readonly default?: ConstDef;
}

export interface MethodDef {
  readonly name: string;
  /** A `procedure` type without the receiver. */
  readonly signature: TypeIndex;
  /** The procedure that implements it by default; it takes the receiver first. */
  readonly default?: ProcIndex;
}

export interface OverrideDef {
  readonly name: string;
  /** The procedure, as a method's default; none makes the method NIL. */
  readonly proc?: ProcIndex;
}

/** Which unit made a branded type. `interface` may be an imported one; `module` is always one of this file. */
export interface BrandDef {
  readonly unitKind: 'interface' | 'module';
  readonly unit: string;
  readonly text: string;
}

export interface ParamDef {
  readonly mode: Mode;
  readonly type: TypeIndex;
}

export interface ProcedureTypeDef {
  readonly kind: 'procedure';
  readonly params: readonly ParamDef[];
  readonly result?: TypeIndex;
  readonly raises: readonly ExceptionIndex[] | 'any';
  readonly ephemeral: boolean;
  /** Implies `ephemeral`. */
  readonly functional: boolean;
}

export interface ObjectTypeDef {
  readonly kind: 'object';
  /** An object type, an opaque type, ROOT. */
  readonly super: TypeIndex;
  readonly brand?: BrandDef;
  readonly fields: readonly FieldDef[];
  readonly methods: readonly MethodDef[];
  readonly overrides: readonly OverrideDef[];
}

export type TypeDef =
  | { readonly kind: 'integer' }
  | { readonly kind: 'longint' }
  | { readonly kind: 'enum'; readonly names: readonly string[] }
  | { readonly kind: 'boolean' }
  | { readonly kind: 'char' }
  | { readonly kind: 'widechar' }
  /** `base` is integer, longint, boolean, char, widechar or an enum. Bounds are ORD values; `lo > hi` is an empty type. */
  | { readonly kind: 'subrange'; readonly base: TypeIndex; readonly lo: bigint; readonly hi: bigint }
  | { readonly kind: 'real' }
  | { readonly kind: 'longreal' }
  | { readonly kind: 'extended' }
  | { readonly kind: 'text' }
  | { readonly kind: 'refany' }
  | { readonly kind: 'null' }
  | { readonly kind: 'root' }
  | { readonly kind: 'mutex' }
  | { readonly kind: 'procany' }
  /** `element` is an ordinal type. */
  | { readonly kind: 'set'; readonly element: TypeIndex }
  | { readonly kind: 'record'; readonly fields: readonly FieldDef[] }
  /** `index` is an ordinal type. */
  | { readonly kind: 'array'; readonly index: TypeIndex; readonly element: TypeIndex }
  | { readonly kind: 'openarray'; readonly element: TypeIndex }
  /** BITS n FOR base; only as a field or an array element. */
  | { readonly kind: 'packed'; readonly bits: number; readonly base: TypeIndex }
  | { readonly kind: 'ref'; readonly target: TypeIndex; readonly brand?: BrandDef }
  | ObjectTypeDef
  /** Named by the interface that declares it; `super` is the bound it was declared with. */
  | { readonly kind: 'opaque'; readonly unit: string; readonly name: string; readonly super: TypeIndex }
  | ProcedureTypeDef;

/** The entries that every type table begins with; they are not stored in the file. */
export const BUILTIN_TYPES: readonly TypeDef[] = [
  { kind: 'integer' },
  { kind: 'longint' },
  { kind: 'boolean' },
  { kind: 'char' },
  { kind: 'widechar' },
  { kind: 'subrange', base: 0, lo: 0n, hi: 0x7fff_ffff_ffff_ffffn },
  { kind: 'real' },
  { kind: 'longreal' },
  { kind: 'extended' },
  { kind: 'text' },
  { kind: 'refany' },
  { kind: 'null' },
  { kind: 'root' },
  { kind: 'mutex' },
  { kind: 'procany' },
];

export const T = {
  INTEGER: 0,
  LONGINT: 1,
  BOOLEAN: 2,
  CHAR: 3,
  WIDECHAR: 4,
  CARDINAL: 5,
  REAL: 6,
  LONGREAL: 7,
  EXTENDED: 8,
  TEXT: 9,
  REFANY: 10,
  NULL: 11,
  ROOT: 12,
  MUTEX: 13,
  PROCANY: 14,
} as const;

export const MIN_INTEGER = -(2n ** 63n);
export const MAX_INTEGER = 2n ** 63n - 1n;
