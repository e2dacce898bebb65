/**
 * The programs of the differential check, as trees of their own: the generator makes them, `print.ts` writes them as Modula-3, `evaluate.ts` runs them.
 * Nothing here comes from `src/`: what both sides shared, both could have wrong.
 */

export type Type =
  | { readonly k: 'int' | 'bool' | 'char' | 'long' | 'real' | 'text' | 'function' }
  | { readonly k: 'sub'; readonly name: string; readonly lo: bigint; readonly hi: bigint }
  | { readonly k: 'enum'; readonly name: string; readonly size: number }
  | { readonly k: 'set'; readonly name: string; readonly lo: number; readonly hi: number }
  | RecordType
  | { readonly k: 'array'; readonly name: string; readonly lo: number; readonly hi: number; readonly element: Type }
  | { readonly k: 'ref'; readonly name: string; readonly to: Type }
  /** Only the target of a reference, or of a READONLY or VAR parameter. */
  | { readonly k: 'open'; readonly element: Type }
  | ObjectType;

export interface Field {
  readonly name: string;
  readonly type: Type;
  /** BITS n FOR. */
  readonly bits?: number;
}
export interface RecordType {
  readonly k: 'record';
  readonly name: string;
  readonly fields: readonly Field[];
}
export interface ObjectType {
  readonly k: 'object';
  readonly name: string;
  readonly parent: ObjectType | undefined;
  readonly fields: readonly Field[];
  /** What its method `m(x: INTEGER): INTEGER` is: inherited if undefined. */
  readonly method: { readonly proc: string; readonly factor: bigint; readonly field: number } | undefined;
}

export type Mode = 'value' | 'var' | 'readonly';

export interface Var {
  readonly name: string;
  readonly type: Type;
  readonly writable: boolean;
}

export type Designator =
  | { readonly d: 'var'; readonly v: Var }
  | { readonly d: 'field'; readonly of: Designator; readonly field: number }
  | { readonly d: 'member'; readonly of: Designator; readonly field: Field }
  | { readonly d: 'index'; readonly of: Designator; readonly at: Expr }
  | { readonly d: 'deref'; readonly of: Designator };

export type Expr =
  | { readonly e: 'int'; readonly n: bigint }
  | { readonly e: 'long'; readonly n: bigint }
  | { readonly e: 'bool'; readonly b: boolean }
  | { readonly e: 'char'; readonly n: bigint }
  | { readonly e: 'enum'; readonly type: Type & { k: 'enum' }; readonly n: bigint }
  | { readonly e: 'real'; readonly x: number }
  | { readonly e: 'text'; readonly t: string }
  | { readonly e: 'nil' }
  | { readonly e: 'get'; readonly from: Designator }
  | { readonly e: 'unary'; readonly op: string; readonly x: Expr }
  | { readonly e: 'binary'; readonly op: string; readonly x: Expr; readonly y: Expr }
  /** A procedure of Word, or MIN and MAX, or of Text. */
  | { readonly e: 'apply'; readonly f: string; readonly args: readonly Expr[] }
  | { readonly e: 'val'; readonly x: Expr; readonly type: Type }
  | { readonly e: 'number'; readonly what: 'NUMBER' | 'FIRST' | 'LAST'; readonly of: Designator }
  | { readonly e: 'set'; readonly type: Type & { k: 'set' }; readonly parts: readonly (Expr | [Expr, Expr])[] }
  | { readonly e: 'record'; readonly type: RecordType; readonly fields: readonly Expr[]; readonly keyed: boolean }
  | {
      readonly e: 'array';
      readonly type: Type & { k: 'array' };
      readonly items: readonly Expr[];
      readonly dots: boolean;
    }
  | { readonly e: 'new'; readonly type: Type; readonly size?: Expr; readonly fields: readonly [Field, Expr][] }
  | { readonly e: 'istype'; readonly x: Expr; readonly type: ObjectType }
  | { readonly e: 'narrow'; readonly x: Expr; readonly type: ObjectType }
  | { readonly e: 'method'; readonly of: Designator; readonly x: Expr }
  | { readonly e: 'call'; readonly call: Call }
  /** A call of a formal procedure. */
  | { readonly e: 'through'; readonly v: Var; readonly x: Expr }
  | { readonly e: 'proc'; readonly proc: Proc };

export interface Call {
  readonly proc: Proc;
  readonly args: readonly (Expr | Designator)[];
  readonly keyed: boolean;
}

export interface Proc {
  readonly name: string;
  readonly level: number;
  readonly formals: readonly { readonly v: Var; readonly mode: Mode }[];
  readonly result: Type | undefined;
  readonly locals: { readonly v: Var; readonly init: Expr | undefined }[];
  readonly inner: Proc[];
  body: Stmt[];
}

export type Stmt =
  | { readonly s: 'assign'; readonly to: Designator; readonly x: Expr }
  | {
      readonly s: 'subarray';
      readonly to: Designator;
      readonly from: Designator;
      readonly at: Expr;
      readonly start: Expr;
      readonly n: Expr;
      readonly m: Expr;
    }
  | { readonly s: 'trace'; readonly x: Expr; readonly type: Type }
  | { readonly s: 'inc'; readonly dec: boolean; readonly to: Designator; readonly by: Expr | undefined }
  | {
      readonly s: 'if';
      readonly arms: readonly { readonly on: Expr; readonly body: readonly Stmt[] }[];
      readonly otherwise: readonly Stmt[] | undefined;
    }
  | { readonly s: 'while'; readonly on: Expr; readonly body: readonly Stmt[] }
  | { readonly s: 'repeat'; readonly body: readonly Stmt[]; readonly until: { readonly on: Expr } }
  | { readonly s: 'loop'; readonly body: readonly Stmt[] }
  | { readonly s: 'exit' }
  | {
      readonly s: 'for';
      readonly v: Var;
      readonly from: Expr;
      readonly to: Expr;
      readonly by: bigint;
      readonly body: readonly Stmt[];
    }
  | {
      readonly s: 'case';
      readonly x: Expr;
      readonly arms: readonly { readonly lo: bigint; readonly hi: bigint; readonly body: readonly Stmt[] }[];
      readonly otherwise: readonly Stmt[] | undefined;
    }
  | {
      readonly s: 'typecase';
      readonly x: Expr;
      readonly arms: readonly { readonly type: ObjectType; readonly v: Var; readonly body: readonly Stmt[] }[];
      readonly otherwise: readonly Stmt[] | undefined;
    }
  | { readonly s: 'with'; readonly v: Var; readonly is: Expr | Designator; readonly body: readonly Stmt[] }
  | {
      readonly s: 'except';
      readonly body: readonly Stmt[];
      readonly arms: readonly { readonly exception: number; readonly v: Var; readonly body: readonly Stmt[] }[];
      readonly faults: boolean;
      readonly otherwise: readonly Stmt[] | undefined;
    }
  | { readonly s: 'finally'; readonly body: readonly Stmt[]; readonly last: readonly Stmt[] }
  | { readonly s: 'raise'; readonly exception: number; readonly x: Expr }
  | { readonly s: 'return'; readonly x: Expr | undefined }
  | { readonly s: 'call'; readonly call: Call }
  | { readonly s: 'eval'; readonly x: Expr }
  | { readonly s: 'assert'; readonly x: Expr }
  | { readonly s: 'block'; readonly v: Var; readonly init: Expr; readonly body: readonly Stmt[] };

export interface Program {
  readonly name: string;
  readonly seed: number;
  /** In order of declaration. */
  readonly types: readonly Type[];
  readonly main: Proc;
}

export const isDesignator = (x: Expr | Designator): x is Designator => 'd' in x;
export const INT: Type = { k: 'int' };
export const BOOL: Type = { k: 'bool' };
export const CHAR: Type = { k: 'char' };
export const LONG: Type = { k: 'long' };
export const REAL: Type = { k: 'real' };
export const TEXT: Type = { k: 'text' };
export const FUNCTION: Type = { k: 'function' };
/** Exceptions of every module: E0, E1(INTEGER), E2(INTEGER). */
export const EXCEPTIONS = 3;
/** After so many steps every further one raises, since random loops may not end. */
export const STEPS = 200;

/** Global variables that are zero, for the checker not to know a value. */
export const ZERO = {
  int: { name: 'zero', type: INT, writable: false },
  long: { name: 'lzero', type: LONG, writable: false },
  real: { name: 'rzero', type: REAL, writable: false },
} as const satisfies Record<string, Var>;

export function typeOf(d: Designator): Type {
  if (d.d === 'var') return d.v.type;
  if (d.d === 'member') return d.field.type;
  const of = typeOf(d.of);
  if (d.d === 'field') return (of as RecordType).fields[d.field]!.type;
  if (d.d === 'index') return (of as { element: Type }).element;
  return (of as { to: Type }).to;
}

export function fieldsOf(type: ObjectType): Field[] {
  return [...(type.parent ? fieldsOf(type.parent) : []), ...type.fields];
}
