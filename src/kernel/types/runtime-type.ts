/**
 * The types of the running kernel: one object per *type* (not per mention), shared by all domains.
 *
 * A file's type table is interned when it is linked (`registry.ts`): two entries, of one file or of two, become the same `RuntimeType`
 * exactly when Modula-3 calls them the same type (structural equivalence, brands and opaque names by the unit that declares them).
 * So run-time type equality is identity, and a typecode is `id`.
 */
import type { Mode } from '../../bytecode/types.ts';

/** How a scalar variable is stored and which operand class it has on the stack. */
export type Storage =
  | 'u8'
  | 's8'
  | 'u16'
  | 's16'
  | 'u32'
  | 's32'
  | 'i64'
  | 'bool'
  | 'f32'
  | 'f64'
  | 'set8'
  | 'set64'
  | 'ref'
  | 'proc';

export interface RuntimeField {
  readonly name: string;
  readonly type: RuntimeType;
}
export interface RuntimeMethod {
  readonly name: string;
  readonly signature: RuntimeType;
  /** Table slot of the default, 0 for none. */
  readonly slot: number;
}

export interface RuntimeOverride {
  readonly name: string;
  /** The supertype whose method it is: the nearest one of that name *as the file that holds the type sees the chain of supertypes*. */
  readonly declarer: RuntimeType;
  readonly slot: number;
}

interface Base {
  /** Kernel-wide, from 1; the typecode. */
  readonly id: number;
  /** For reports: a Modula-3 spelling, cut when long. */
  readonly name: string;
}
export interface OrdinalRT extends Base {
  readonly kind: 'ordinal';
  readonly def: 'integer' | 'longint' | 'boolean' | 'char' | 'widechar' | 'enum' | 'subrange';
  readonly lo: bigint;
  readonly hi: bigint;
  readonly base?: RuntimeType;
  readonly names?: readonly string[];
}
export interface FloatRT extends Base {
  readonly kind: 'float';
  readonly def: 'real' | 'longreal' | 'extended';
}
/** TEXT, REFANY, NULL. */
export interface SpecialRefRT extends Base {
  readonly kind: 'text' | 'refany' | 'null';
}
export interface SetRT extends Base {
  readonly kind: 'set';
  readonly element: RuntimeType;
}
export interface RecordRT extends Base {
  readonly kind: 'record';
  readonly fields: readonly RuntimeField[];
}
export interface ArrayRT extends Base {
  readonly kind: 'array';
  readonly index: RuntimeType;
  readonly element: RuntimeType;
}
export interface OpenArrayRT extends Base {
  readonly kind: 'openarray';
  readonly element: RuntimeType;
}
export interface PackedRT extends Base {
  readonly kind: 'packed';
  readonly bits: number;
  readonly base: RuntimeType;
}
export interface RefRT extends Base {
  readonly kind: 'ref';
  readonly target: RuntimeType;
}
export interface ObjectRT extends Base {
  /** ROOT is the object without a supertype; MUTEX is an object type whose fields are the kernel's. */
  readonly kind: 'object';
  readonly super?: RuntimeType;
  readonly fields: readonly RuntimeField[];
  readonly methods: readonly RuntimeMethod[];
  readonly overrides: readonly RuntimeOverride[];
}
/** Nominal: one per interface instance and name. `revealed` is set when the full revelation is linked. */
export interface OpaqueRT extends Base {
  readonly kind: 'opaque';
  readonly super: RuntimeType;
  revealed?: RuntimeType;
}
export interface ProcedureRT extends Base {
  readonly kind: 'procedure';
  readonly params: readonly { readonly mode: Mode; readonly type: RuntimeType }[];
  readonly result?: RuntimeType;
  /** Kernel-wide exception numbers. */
  readonly raises: readonly number[] | 'any';
  readonly ephemeral: boolean;
  readonly functional: boolean;
}
export interface ProcanyRT extends Base {
  readonly kind: 'procany';
}

export type RuntimeType =
  | OrdinalRT
  | FloatRT
  | SpecialRefRT
  | SetRT
  | RecordRT
  | ArrayRT
  | OpenArrayRT
  | PackedRT
  | RefRT
  | ObjectRT
  | OpaqueRT
  | ProcedureRT
  | ProcanyRT;

/**
 * References inside something: `count` of them at `offset`, `offset + stride`, ...; or, with `inner`, that many things with the references `inner` each.
 * So an array's references take no more room than its element's.
 */
export interface RefRun {
  readonly offset: number;
  readonly stride: number;
  readonly count: number;
  readonly inner?: RefMap;
}
export type RefMap = readonly RefRun[];

/** Layout of a *variable* of a type (for objects and references: of the reference). */
export interface Layout {
  readonly size: number;
  readonly align: number;
  /** Present for scalars; absent for aggregates. */
  readonly storage?: Storage;
  /** References inside; empty when there are none. */
  readonly refs: RefMap;
  /** True when the default value is all zero bits. */
  readonly zeroDefault: boolean;
}
export interface FieldPlace {
  /** Byte offset from the start of the record, or from the object reference. */
  readonly offset: number;
  /** For packed fields: bit offset from `offset` (any value) and width. */
  readonly bitOffset?: number;
  readonly bits?: number;
}
