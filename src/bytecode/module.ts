/**
 * One extension in memory: what `encode` writes to a `.spx` file and `decode` reads back.
 *
 * Inside: data types only. A module as decoded is *shaped* right but not yet proved right: see `verify/`.
 */

import type { ExceptionIndex, GlobalIndex, ProcIndex, TypeDef, TypeIndex } from './types.ts';

/** What this file uses of an interface that another domain implements. Item order defines the imported index spaces. */
export interface ImportedInterface {
  readonly name: string;
  /** SHA-256 (hex) of the interface's canonical form at the time of compilation. */
  readonly fingerprint: string;
  readonly procedures: readonly { readonly name: string; readonly type: TypeIndex }[];
  readonly globals: readonly { readonly name: string; readonly type: TypeIndex }[];
  readonly exceptions: readonly ImportedException[];
  /** Opaque types that the interface declares and this file mentions (entries of kind `opaque`). */
  readonly opaques: readonly TypeIndex[];
  /** Revelations that this interface makes and this file relies on. */
  readonly revelations: readonly Revelation[];
}

export interface ImportedException {
  readonly name: string;
  readonly argument?: TypeIndex;
  readonly implicit: boolean;
}

/** REVEAL opaque = type (full) or opaque <: type (partial). */
export interface Revelation {
  readonly opaque: TypeIndex;
  readonly type: TypeIndex;
  readonly full: boolean;
}

/** An interface that a unit of this file implements, or that this file merely declares (constants and types only). */
export interface ExportedInterface {
  readonly name: string;
  readonly fingerprint: string;
  readonly procedures: readonly { readonly name: string; readonly proc: ProcIndex }[];
  readonly globals: readonly { readonly name: string; readonly global: GlobalIndex }[];
  readonly exceptions: readonly { readonly name: string; readonly exception: ExceptionIndex }[];
  /** Every named type, for tools; opaque ones are what other files may import by name. */
  readonly types: readonly { readonly name: string; readonly type: TypeIndex }[];
  readonly revelations: readonly Revelation[];
  /** Source text, so that other extensions can be compiled against this file alone. */
  readonly source: string;
}

/** A unit with run-time existence: a module, or an interface that has variables to initialise. In order of initialisation. */
export interface UnitDef {
  readonly kind: 'interface' | 'module';
  readonly name: string;
  /** Names of the interfaces of this file that it exports (modules only). */
  readonly exports: readonly string[];
  /** Own procedure without parameters or result, run once at initialisation. */
  readonly body?: ProcIndex;
  /** Full and partial revelations made in a module body (those of interfaces stand with the interface). */
  readonly revelations: readonly Revelation[];
  readonly sourcePath: string;
}

export interface GlobalDef {
  readonly name: string;
  /** Index into `units`. */
  readonly unit: number;
  readonly type: TypeIndex;
}

export interface ExceptionDef {
  readonly name: string;
  readonly unit: number;
  readonly argument?: TypeIndex;
  readonly implicit: boolean;
}

/**
 * Where a local lives.
 * - `value`: a scalar in a register; starts with its type's default value.
 * - `memory`: in the frame: every aggregate, and scalars whose address is taken or which a nested procedure uses. Starts with the default value.
 * - `address` / `readonly`: holds an address of a variable of the type (VAR and READONLY formals, WITH aliases); must be set before use.
 * - `exception`: holds an exception in flight (`type` is ignored); must be set before use.
 */
export type LocalKind = 'value' | 'memory' | 'address' | 'readonly' | 'exception';

export interface LocalDef {
  readonly kind: LocalKind;
  readonly type: TypeIndex;
  /** A nested procedure refers to it with `up` or `up.get`. */
  readonly captured: boolean;
  readonly name: string;
}

/**
 * A procedure of this file. The first locals are the parameters: kind `value` or `memory` for VALUE mode (aggregates and open arrays: `memory`,
 * a copy of the caller's), `address` for VAR, `readonly` for READONLY.
 */
export interface ProcedureDef {
  readonly name: string;
  readonly unit: number;
  /** Entry of kind `procedure`. */
  readonly type: TypeIndex;
  /** Type of the event that an exported procedure is, if it promises less than the procedure: what its handlers, and those who raise it, go by. */
  readonly event?: TypeIndex;
  /** The enclosing procedure of a nested one (an own procedure's index). */
  readonly parent?: ProcIndex;
  /** Implemented by the kernel itself; only trusted files may say so. Has no locals beyond its parameters and no code. */
  readonly native: boolean;
  readonly locals: readonly LocalDef[];
  readonly code: Uint8Array;
  /** Debug: (code offset, line, column) in ascending order of offset. Never trusted. */
  readonly lines: readonly { readonly offset: number; readonly line: number; readonly column: number }[];
}

export interface SpxModule {
  /** Name of the extension, for reports. */
  readonly name: string;
  /** Without the builtins: `types[i]` has index `BUILTIN_TYPES.length + i`. */
  readonly types: readonly TypeDef[];
  /** Text constants. */
  readonly texts: readonly string[];
  readonly imports: readonly ImportedInterface[];
  readonly interfaces: readonly ExportedInterface[];
  readonly units: readonly UnitDef[];
  readonly globals: readonly GlobalDef[];
  readonly exceptions: readonly ExceptionDef[];
  readonly procedures: readonly ProcedureDef[];
}
