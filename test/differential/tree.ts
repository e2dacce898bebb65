/**
 * The programs of the differential check, as trees of their own: `make/` makes them, `print/` writes them as Modula-3, `evaluate/` runs them.
 * Nothing here comes from `src/`: what both sides shared, both could have wrong.
 */

export type Float = 'REAL' | 'LONGREAL' | 'EXTENDED';

export type Type =
  /** `function` is a formal that takes nested procedures, too; `proc` a variable that does not, and may be NIL. */
  | { readonly k: 'int' | 'bool' | 'char' | 'wide' | 'long' | 'text' | 'function' | 'proc' }
  | { readonly k: 'real'; readonly size: Float }
  | SubType
  | { readonly k: 'enum'; readonly name: string; readonly size: number }
  | SetType
  | RecordType
  | ArrayType
  | { readonly k: 'ref'; readonly name: string; readonly to: Type }
  /** Only the target of a reference, a parameter, an alias, or an element of its like. */
  | OpenType
  | ObjectType;

export interface SubType {
  readonly k: 'sub';
  readonly name: string;
  readonly lo: bigint;
  readonly hi: bigint;
}
export interface SetType {
  readonly k: 'set';
  readonly name: string;
  readonly lo: number;
  readonly hi: number;
  /** An enumeration, CHAR or BOOLEAN; of integers if undefined. */
  readonly over?: Type;
}
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
export interface ArrayType {
  readonly k: 'array';
  readonly name: string;
  readonly lo: number;
  readonly hi: number;
  /** The index type: an enumeration or BOOLEAN; integers if undefined. */
  readonly over?: Type;
  readonly element: Type;
  /** BITS n FOR. */
  readonly bits?: number;
}
export interface OpenType {
  readonly k: 'open';
  readonly element: Type;
}
export interface ObjectType {
  readonly k: 'object';
  readonly name: string;
  readonly parent: ObjectType | undefined;
  readonly fields: readonly Field[];
  /** What its method `m(x: INTEGER): INTEGER` is: inherited if undefined. */
  readonly method: Method | undefined;
}
export interface Method {
  readonly proc: string;
  readonly factor: bigint;
  readonly field: number;
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
  | { readonly d: 'part'; readonly of: Designator; readonly start: Expr; readonly n: Expr }
  | { readonly d: 'deref'; readonly of: Designator };

export type Expr =
  | { readonly e: 'int'; readonly n: bigint }
  | { readonly e: 'long'; readonly n: bigint }
  | { readonly e: 'bool'; readonly b: boolean }
  | { readonly e: 'char' | 'wide'; readonly n: bigint }
  | { readonly e: 'enum'; readonly type: Type & { k: 'enum' }; readonly n: bigint }
  | { readonly e: 'real'; readonly x: number; readonly size: Float }
  | { readonly e: 'text'; readonly t: string }
  | { readonly e: 'nil' }
  | { readonly e: 'get'; readonly from: Designator }
  /** Of constants, for the checker to fold; the generator says what comes out. */
  | { readonly e: 'constant'; readonly x: Expr; readonly n: bigint }
  | { readonly e: 'unary'; readonly op: string; readonly x: Expr }
  /** Of a floating-point type: the result is of that type, too. */
  | { readonly e: 'binary'; readonly op: string; readonly x: Expr; readonly y: Expr; readonly size?: Float }
  | { readonly e: 'float'; readonly x: Expr; readonly size: Float }
  /** A procedure of Word, Long or Text, or MIN and MAX. */
  | { readonly e: 'apply'; readonly f: string; readonly args: readonly Expr[] }
  | { readonly e: 'val'; readonly x: Expr; readonly type: Type }
  | { readonly e: 'number'; readonly what: 'NUMBER' | 'FIRST' | 'LAST'; readonly of: Designator }
  | { readonly e: 'set'; readonly type: SetType; readonly parts: readonly (Expr | [Expr, Expr])[] }
  | { readonly e: 'record'; readonly type: RecordType; readonly fields: readonly Expr[]; readonly keyed: boolean }
  | {
      readonly e: 'array';
      readonly type: ArrayType | OpenType;
      readonly items: readonly Expr[];
      readonly dots: boolean;
    }
  | {
      readonly e: 'new';
      readonly type: Type;
      readonly sizes: readonly Expr[];
      readonly fields: readonly [Field, Expr][];
    }
  | { readonly e: 'istype'; readonly x: Expr; readonly type: ObjectType }
  | { readonly e: 'narrow'; readonly x: Expr; readonly type: ObjectType }
  | { readonly e: 'method'; readonly of: Designator; readonly x: Expr }
  /** `T.m(object, x)`: a method as a procedure. */
  | { readonly e: 'static'; readonly type: ObjectType; readonly of: Designator; readonly x: Expr }
  | { readonly e: 'call'; readonly call: Call }
  /** A call of a procedure value. */
  | { readonly e: 'through'; readonly of: Designator; readonly x: Expr }
  | { readonly e: 'proc'; readonly proc: Proc };

export interface Call {
  readonly proc: Proc;
  /** Undefined where the default is taken; actuals after it have keywords. */
  readonly args: readonly (Expr | Designator | undefined)[];
  readonly keyed: boolean;
}

export interface Proc {
  readonly name: string;
  readonly level: number;
  readonly formals: readonly { readonly v: Var; readonly mode: Mode; readonly otherwise?: Expr | undefined }[];
  readonly result: Type | undefined;
  readonly locals: { readonly v: Var; readonly init: Expr | undefined }[];
  readonly inner: Proc[];
  body: Stmt[];
}

export type Stmt =
  | { readonly s: 'assign'; readonly to: Designator; readonly x: Expr }
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
      /** Of this type the labels are. */
      readonly type: Type;
      readonly arms: readonly { readonly labels: readonly [bigint, bigint][]; readonly body: readonly Stmt[] }[];
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
      /** With the argument in a variable, or for some more exceptions and without. */
      readonly arms: readonly {
        readonly exception: number;
        readonly more: readonly number[];
        readonly v: Var;
        readonly body: readonly Stmt[];
      }[];
      readonly faults: boolean;
      readonly otherwise: readonly Stmt[] | undefined;
    }
  | { readonly s: 'finally'; readonly body: readonly Stmt[]; readonly last: readonly Stmt[] }
  /** A mutex of its own is held in the body, and is seen to be free afterwards. */
  | { readonly s: 'lock'; readonly name: string; readonly body: readonly Stmt[] }
  | { readonly s: 'raise'; readonly exception: number; readonly x: Expr | undefined }
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
  /** Variables of the module; they begin with the first values of their types. */
  readonly globals: readonly Var[];
  /** Procedures of the module, which can be values of variables. */
  readonly tops: Proc[];
  readonly main: Proc;
}

export const isDesignator = (x: Expr | Designator): x is Designator => 'd' in x;
export const INT: Type = { k: 'int' };
export const BOOL: Type = { k: 'bool' };
export const CHAR: Type = { k: 'char' };
export const WIDE: Type = { k: 'wide' };
export const LONG: Type = { k: 'long' };
export const TEXT: Type = { k: 'text' };
export const FUNCTION: Type = { k: 'function' };
export const PROC: Type = { k: 'proc' };
export const FLOATS: readonly Float[] = ['REAL', 'LONGREAL', 'EXTENDED'];
export const REALS: readonly Type[] = FLOATS.map((size) => ({ k: 'real', size }));
export const PAIR: RecordType = {
  k: 'record',
  name: 'Pair',
  fields: [
    { name: 'f0', type: INT },
    { name: 'f1', type: CHAR },
  ],
};
/** What the exceptions of every module come with. */
export const EXCEPTIONS: readonly (Type | undefined)[] = [undefined, INT, INT, TEXT, PAIR];
/** After so many steps every further one raises, since random loops may not end. */
export const STEPS = 200;
/** So many steps is a call, for recursion to stay within the stack of a thread. */
export const CALL = 4;
export const GREATEST_CHARACTER = 0x10ffff;

/** Global variables that are zero, for the checker not to know a value. */
export const ZERO = {
  int: { name: 'zero', type: INT, writable: false },
  long: { name: 'lzero', type: LONG, writable: false },
  REAL: { name: 'rzero', type: REALS[0]!, writable: false },
  LONGREAL: { name: 'dzero', type: REALS[1]!, writable: false },
  EXTENDED: { name: 'xzero', type: REALS[2]!, writable: false },
} as const satisfies Record<string, Var>;

export function typeOf(d: Designator): Type {
  if (d.d === 'var') return d.v.type;
  if (d.d === 'member') return d.field.type;
  const of = typeOf(d.of);
  if (d.d === 'field') return (of as RecordType).fields[d.field]!.type;
  if (d.d === 'index') return (of as ArrayType | OpenType).element;
  if (d.d === 'part') return { k: 'open', element: (of as ArrayType | OpenType).element };
  return (of as { to: Type }).to;
}

export function fieldsOf(type: ObjectType): Field[] {
  return [...(type.parent ? fieldsOf(type.parent) : []), ...type.fields];
}

/** The nearest implementation of the method. */
export const methodOf = (type: ObjectType): Method => type.method ?? methodOf(type.parent!);

/** Same type by name, or both unnamed and alike. */
export function same(a: Type, b: Type): boolean {
  if (a.k !== b.k) return false;
  if (a.k === 'real') return a.size === (b as { size: Float }).size;
  if (a.k === 'open') return same(a.element, (b as OpenType).element);
  return !('name' in a) || ('name' in b && a.name === b.name);
}

/** Whether an array of type `t` can be an actual of an open formal, or alias of one. */
export function fitsOpen(t: Type, formal: OpenType): boolean {
  if (!isArray(t)) return false;
  return same(t.element, formal.element) || (formal.element.k === 'open' && fitsOpen(t.element, formal.element));
}

/** Fixed or open, and not packed. */
export const isArray = (t: Type): t is ArrayType | OpenType => t.k === 'open' || (t.k === 'array' && !t.bits);
