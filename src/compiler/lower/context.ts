/**
 * What lowering carries along: one `Program` for the extension, one `Body` for each procedure.
 */
import type { LocalKind } from '../../bytecode/module.ts';
import type { TypeIndex } from '../../bytecode/types.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type {
  CheckedProgram,
  CheckedUnit,
  ConstValue,
  ProcedureEntity,
  Type,
  UnitEntity,
  VariableEntity,
} from '../../language/types/model.ts';
import type { IndexSpaces } from '../emit/indices.ts';
import type { TypeTable } from '../emit/type-table.ts';
import type { CodeBuilder, Label } from './code-builder.ts';
import type { HeldDesignator } from './held.ts';
import type { LocalTable } from './locals.ts';
import type { Revealed } from './references.ts';

/** A hidden variable: a constant aggregate, or a local of a module body that a procedure uses. */
export interface HiddenGlobal {
  readonly index: number;
  readonly name: string;
  readonly unit: UnitEntity;
  readonly type: Type;
  readonly value?: ConstValue;
}

export interface Program {
  readonly checked: CheckedProgram;
  readonly indices: IndexSpaces;
  readonly types: TypeTable;
  readonly trusted: boolean;
  readonly diagnostics: Diagnostic[];
  readonly texts: readonly string[];
  /** Index of a text constant. */
  text(value: string): number;
  /** How many variables the units declare; hidden ones are numbered after them. */
  readonly ownGlobals: number;
  readonly hidden: HiddenGlobal[];
  /** The hidden variables of aggregate constants. */
  readonly constants: Map<ConstValue, readonly HiddenGlobal[]>;
  /** The hidden variables of module bodies' locals that procedures use. */
  readonly moduleLocals: Map<VariableEntity, HiddenGlobal>;
  /** WITH aliases that stand for their designators. */
  readonly held: Map<VariableEntity, HeldDesignator>;
  /** Interfaces of other domains, as they were checked. */
  readonly imported: ReadonlyMap<UnitEntity, CheckedUnit>;
  /** Interfaces of other domains that a unit of this extension imports itself. */
  readonly direct: ReadonlySet<UnitEntity>;
  /** What this file knows of opaque types. */
  readonly revealed: Revealed;
}

/** Where a variable lives, seen from the procedure that holds it. */
export type Slot =
  | {
      readonly kind: 'local';
      readonly localKind: LocalKind;
      readonly local: number;
      readonly type: Type;
      readonly closure: boolean;
    }
  | { readonly kind: 'global'; readonly index: number; readonly type: Type }
  /** WITH alias of another variable, used by no nested procedure. */
  | { readonly kind: 'alias'; readonly of: VariableEntity }
  /** WITH alias of a packed field or element: the locals that hold what leads to it. */
  | { readonly kind: 'packed'; readonly path: PackedPath };

/** Where a variable lies that is stored: not the other name of something else. */
export type Place = Extract<Slot, { kind: 'local' | 'global' }>;

/** A packed place whose record, object or array (and element number) are held in locals. */
export interface PackedPath {
  readonly access: PackedAccess;
  /** Holds the address of the record or array, or the object. */
  readonly base: number;
  /** Holds the element number. */
  readonly index?: number;
}

/** How a packed field or element is read and written. */
export interface PackedAccess {
  readonly get: 'field.get' | 'object.field.get' | 'element.get';
  readonly set: 'field.set' | 'object.field.set' | 'element.set';
  readonly immediates: readonly number[];
  /** Its unpacked type. */
  readonly type: Type;
}

/** What EXIT and RETURN must pass on their way out. */
export type Surround =
  | { readonly kind: 'loop'; readonly exit: Label }
  | { readonly kind: 'finally'; readonly done: Label; readonly action: number; exits: boolean; returns: boolean }
  /** A TRY whose ELSE catches them, as it catches every exception (definition 2.3.10). */
  | { readonly kind: 'else'; readonly otherwise: Label };

export interface Body {
  readonly program: Program;
  readonly unit: UnitEntity;
  /** Absent for a unit's body. */
  readonly procedure?: ProcedureEntity;
  readonly parent?: Body;
  readonly code: CodeBuilder;
  readonly locals: LocalTable;
  readonly slots: Map<VariableEntity, Slot>;
  readonly surroundings: Surround[];
  /** Loops around the statement. */
  loopDepth: number;
  /** FINALLY parts around the statement; each is lowered twice, so the number is bounded. */
  finalDepth: number;
  /** Holds the result while FINALLY parts run. */
  pendingResult?: number;
}

export function typeIndex(body: Body, type: Type): TypeIndex {
  return body.program.types.index(type);
}
