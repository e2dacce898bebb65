/**
 * Types and entities of the language, as the checker computes them and as the compiler and the editor read them.
 *
 * Inside: data. Not inside: equality and subtyping (`relations.ts`), resolution of type expressions (`resolve.ts`).
 * Types may be recursive, so properties that mention other types may be getters that resolve on first use; readers see plain properties.
 */
import type { Span } from '../../diagnostics/diagnostic.ts';
import type { Expr, Stmt } from '../typed/tree.ts';

export type Mode = 'value' | 'var' | 'readonly';

// ---------------------------------------------------------------- types

export interface IntegerType {
  readonly kind: 'integer';
  readonly name: 'INTEGER' | 'LONGINT';
}
/** Also BOOLEAN, CHAR and WIDECHAR, which are singletons in `builtins.ts`. `size` elements, ORD 0 .. size-1; `elements` only for declared ones and BOOLEAN. */
export interface EnumType {
  readonly kind: 'enum';
  readonly builtin?: 'BOOLEAN' | 'CHAR' | 'WIDECHAR';
  readonly elements: readonly string[];
  readonly size: number;
  /** Where the elements of a declared one stand, in order. */
  readonly declared?: readonly EnumElement[];
}
/** CARDINAL is the singleton subrange of INTEGER from 0. Bounds are ORD values; lo > hi: empty. */
export interface SubrangeType {
  readonly kind: 'subrange';
  readonly base: IntegerType | EnumType;
  readonly lo: bigint;
  readonly hi: bigint;
}
export interface FloatType {
  readonly kind: 'float';
  readonly name: 'REAL' | 'LONGREAL' | 'EXTENDED';
}
/** TEXT, REFANY, NULL, ADDRESS, MUTEX, PROCANY, ROOT and UNTRACED ROOT are singletons. */
export interface BuiltinType {
  readonly kind: 'builtin';
  readonly name: 'TEXT' | 'REFANY' | 'NULL' | 'ADDRESS' | 'MUTEX' | 'PROCANY' | 'ROOT' | 'UNTRACED ROOT';
}
export interface SetType {
  readonly kind: 'set';
  readonly element: Type;
}
export interface RecordType {
  readonly kind: 'record';
  readonly fields: readonly Field[];
}
export interface ArrayType {
  readonly kind: 'array';
  readonly index: Type;
  readonly element: Type;
}
export interface OpenArrayType {
  readonly kind: 'openarray';
  readonly element: Type;
}
export interface PackedType {
  readonly kind: 'packed';
  readonly bits: number;
  readonly base: Type;
}
export interface RefType {
  readonly kind: 'ref';
  readonly traced: boolean;
  readonly brand?: Brand;
  readonly target: Type /** The opaque type whose concrete type this is (REVEAL T = ...). */;
  readonly reveals?: OpaqueType;
}
export interface ObjectType {
  readonly kind: 'object';
  readonly traced: boolean;
  /** Object, opaque, ROOT, UNTRACED ROOT or MUTEX. */
  readonly super: Type;
  readonly brand?: Brand;
  readonly fields: readonly Field[];
  readonly methods: readonly Method[];
  readonly overrides: readonly Override[];
  /** The opaque type whose concrete type this is (REVEAL T = ...). */
  readonly reveals?: OpaqueType;
}
export interface OpaqueType {
  readonly kind: 'opaque';
  readonly entity: TypeEntity;
  readonly bound: Type;
}
export interface ProcedureType {
  readonly kind: 'procedure';
  readonly params: readonly Param[];
  readonly result?: Type;
  readonly raises: readonly ExceptionEntity[] | 'any';
  readonly ephemeral: boolean;
  /** Implies ephemeral. */
  readonly functional: boolean;
}
/** What an erroneous type expression denotes: compatible with everything, so that one mistake gives one error. */
export interface ErrorType {
  readonly kind: 'error';
}

export type Type =
  | IntegerType
  | EnumType
  | SubrangeType
  | FloatType
  | BuiltinType
  | SetType
  | RecordType
  | ArrayType
  | OpenArrayType
  | PackedType
  | RefType
  | ObjectType
  | OpaqueType
  | ProcedureType
  | ErrorType;

/** The unit in which the type expression stands, and the text (made up, unique in the unit, when none was written). */
export interface Brand {
  readonly unit: UnitEntity;
  readonly text: string;
}
export interface EnumElement {
  readonly kind: 'element';
  readonly name: string;
  readonly span: Span;
  /** ORD. */
  readonly value: number;
  readonly type: EnumType;
}
export interface Field {
  readonly name: string;
  readonly type: Type;
  readonly default?: ConstValue;
  readonly span: Span;
}
export interface Method {
  readonly name: string;
  readonly signature: ProcedureType;
  readonly default?: ProcedureEntity;
  readonly span: Span;
}
export interface Override {
  readonly name: string;
  /** None if the method is NIL. */
  readonly proc?: ProcedureEntity;
  readonly span: Span;
}
export interface Param {
  readonly name: string;
  /** The object that T.m takes (2.6.3): no keyword names it. */
  readonly unnamed?: true;
  readonly mode: Mode;
  readonly type: Type;
  readonly default?: ConstValue;
  readonly span: Span;
}

// ---------------------------------------------------------------- constants

export type ConstValue =
  /** Every ordinal type (ORD); `type` on the expression tells which. */
  | { readonly kind: 'int'; readonly value: bigint }
  | { readonly kind: 'real'; readonly value: number }
  | { readonly kind: 'text'; readonly value: string; readonly wide?: boolean }
  | { readonly kind: 'nil' }
  /** `method`: T.m, where the procedure's own type has another first parameter than T. */
  | { readonly kind: 'proc'; readonly proc: ProcedureEntity; readonly method?: MethodConstant }
  /** ORD values present, ascending. */
  | ({ readonly kind: 'set'; readonly elements: readonly bigint[] } & MayFault)
  | ({ readonly kind: 'record'; readonly fields: readonly ConstValue[] } & MayFault)
  | ({ readonly kind: 'array'; readonly elements: readonly ConstValue[] } & MayFault);

interface MethodConstant {
  readonly owner: ObjectType;
  readonly index: number;
  readonly type: ProcedureType;
}

/** A constructor one of whose parts does not fit its place: constant all the same, but evaluating it is a checked run-time error (2.6.8, 2.3.1). */
interface MayFault {
  readonly faults?: true;
}

// ---------------------------------------------------------------- entities: what a name can mean

interface EntityBase {
  readonly name: string;
  /** Where the name is declared (the identifier itself). */
  readonly span: Span;
  /** The unit it is declared in; absent for builtins. */
  readonly unit?: UnitEntity;
  /** <*OBSOLETE*> stands before its declaration. */
  readonly obsolete?: boolean;
}
export interface ConstEntity extends EntityBase {
  readonly kind: 'const';
  readonly type: Type;
  readonly value: ConstValue;
}
export interface TypeEntity extends EntityBase {
  readonly kind: 'type';
  readonly type: Type;
}
export interface ExceptionEntity extends EntityBase {
  readonly kind: 'exception';
  readonly argument?: Type /** <*IMPLICIT*> */;
  readonly implicit: boolean;
}
export interface VariableEntity extends EntityBase {
  readonly kind: 'variable';
  /** `with`: an alias of a designator when `alias`, else a read-only value. `for`, `typecase`, `except`: the variable that the statement binds. */
  readonly role: 'global' | 'local' | 'param' | 'with' | 'for' | 'typecase' | 'except';
  readonly type: Type;
  /** Parameters only. */
  readonly mode?: Mode;
  /** May it be assigned? (READONLY formals, FOR variables, WITH of a value may not.) */
  readonly writable: boolean;
  /** WITH variable that denotes another variable. */
  readonly alias?: boolean;
  /** The procedure whose frame holds it; absent for globals. */
  readonly owner?: ProcedureEntity;
  /** A procedure nested in `owner` uses it. Set when checking is complete. */
  captured: boolean;
  /** Its address is taken: passed VAR or READONLY, aliased by WITH, VIEWed, SUBARRAYed. */
  addressTaken: boolean;
  /** EXTERNAL pragma. */
  readonly external?: boolean;
}
export interface ProcedureEntity extends EntityBase {
  readonly kind: 'procedure';
  readonly type: ProcedureType;
  /** `heading`: declared in an interface; `body`: declared in a module or another procedure. */
  readonly form: 'heading' | 'body';
  /** Enclosing procedure of a nested one. */
  readonly parent?: ProcedureEntity;
  /** The headings (of the interfaces that the module exports) which this body implements. */
  readonly implements: readonly ProcedureEntity[];
  /** Heading with <*EXTERNAL*>: the kernel implements it. */
  readonly external?: boolean;
  /** Bodies only; filled when checked. */
  readonly definition?: ProcedureDefinition;
}
export interface ProcedureDefinition {
  readonly params: readonly VariableEntity[];
  /** All locals declared in its blocks, WITH/FOR/TYPECASE/EXCEPT variables included. */
  readonly locals: readonly VariableEntity[];
  readonly nested: readonly ProcedureEntity[];
  readonly body: Stmt;
  readonly endSpan: Span;
}
export interface UnitEntity extends EntityBase {
  readonly kind: 'unit';
  readonly unitKind: 'interface' | 'module';
  readonly unsafe: boolean;
  /** Path as given. */
  readonly path: string;
  /** Interfaces: what clients see. Modules: top-level declarations. */
  readonly members: ReadonlyMap<string, Entity>;
  /** Where the unit has syntax errors, and anything may be among its members: those that could be read. */
  readonly readable?: ReadonlyMap<string, Entity>;
  readonly doc?: string;
  /** It contains revelations, which importers may want rather than its names. */
  readonly revealing?: boolean;
}
/** FIRST, NEW, VIEW, THIS_MODULE ... */
export interface BuiltinProcEntity extends EntityBase {
  readonly kind: 'builtin';
  readonly builtin: string;
}

export type Entity =
  | ConstEntity
  | TypeEntity
  | ExceptionEntity
  | VariableEntity
  | ProcedureEntity
  | UnitEntity
  | BuiltinProcEntity;

// ---------------------------------------------------------------- units

/** REVEAL opaque = type, or opaque <: type. */
export interface RevelationFact {
  readonly opaque: OpaqueType;
  readonly type: Type;
  readonly full: boolean;
  readonly unit: UnitEntity;
  readonly span: Span;
}

export interface CheckedUnit {
  readonly entity: UnitEntity;
  /** The text that spans point into; for an instance of a generic unit the generic's. */
  readonly source: string;
  /** The unit as a text that needs no other: for an instance of a generic unit, the generic's text under the instance's name; absent: `source`. */
  readonly standalone?: string;
  /** Interfaces imported (FROM too), in order of appearance; for modules the exported ones come first. */
  readonly imports: readonly UnitEntity[];
  /** Modules: interfaces they export. */
  readonly exports: readonly UnitEntity[];
  readonly variables: readonly { readonly entity: VariableEntity; readonly init?: Expr }[];
  readonly exceptions: readonly ExceptionEntity[];
  /** Interfaces: headings. Modules: top-level bodies. */
  readonly procedures: readonly ProcedureEntity[];
  readonly types: readonly TypeEntity[];
  readonly revelations: readonly RevelationFact[];
  /** Module body (or the empty block); interfaces: absent. Does not include the variables' initialisation. */
  readonly body?: Stmt;
  /** Locals of the module body's blocks and WITHs. */
  readonly bodyLocals: readonly VariableEntity[];
  /** Constructs that only UNSAFE units may contain; the compiler refuses them by name. */
  readonly unsafeUses?: readonly { readonly span: Span; readonly what: string }[];
  /** Every name, where it is declared and where it is used, for the editor, in order of position. */
  readonly uses: readonly { readonly span: Span; readonly entity: Used; readonly type?: Type }[];
}

/** What a name can stand for, with or without a declaration of its own. */
export type Used = Entity | Field | Method | Param | EnumElement;

/** The result of checking what one extension consists of. */
export interface CheckedProgram {
  /** Units that belong to the extension, in order of initialisation (imports before importers). */
  readonly own: readonly CheckedUnit[];
  /** Interfaces that other domains implement. */
  readonly imported: readonly CheckedUnit[];
}
