/**
 * The typed tree: a checked procedure body with every name resolved, every argument in its place, every constant folded.
 *
 * It is what `src/compiler` lowers. It mentions no syntax nodes. Implicit conversions are not nodes: where a value of type A meets a place of type B
 * (assignment, argument, result, element, field, exception argument) the two types tell what must be checked (Modula-3 definition 2.3.1, assignability).
 */
import type { Span } from '../../diagnostics/diagnostic.ts';
import type {
  ArrayType,
  ConstValue,
  ExceptionEntity,
  Field,
  Method,
  ObjectType,
  OpaqueType,
  OpenArrayType,
  ProcedureEntity,
  ProcedureType,
  RecordType,
  SetType,
  Type,
  UnitEntity,
  VariableEntity,
} from '../types/model.ts';

interface Node {
  readonly span: Span;
}
interface E extends Node {
  /** Type of the expression; never `packed` (a packed designator has its base type, its `place` says packed). */
  readonly type: Type;
  /** A designator denotes a variable; `writable` if it may be assigned or passed VAR. */
  readonly designator: boolean;
  readonly writable: boolean;
}

export type ArithOp = '+' | '-' | '*' | '/' | 'DIV' | 'MOD';
export type CompareOp = '=' | '#' | '<' | '<=' | '>' | '>=';

export type Expr =
  /** Any constant expression, folded; aggregates too. */
  | (E & { readonly kind: 'const'; readonly value: ConstValue })
  | (E & { readonly kind: 'variable'; readonly variable: VariableEntity })
  /** A procedure as a value (nested ones: only where a closure may go). */
  | (E & { readonly kind: 'procedure'; readonly procedure: ProcedureEntity })
  /** Record field; `record.type` is a RecordType. A packed field has `field.type.kind = 'packed'`. */
  | (E & {
      readonly kind: 'field';
      readonly record: Expr;
      readonly index: number;
      readonly field: Field;
      readonly recordType: RecordType;
    })
  /** Object field, of the object type `owner` that declares it; `object` is a reference. */
  | (E & {
      readonly kind: 'objectField';
      readonly object: Expr;
      readonly owner: ObjectType;
      readonly index: number;
      readonly field: Field;
    })
  | (E & { readonly kind: 'deref'; readonly ref: Expr })
  /** One dimension; `a[i, j]` is two nodes. `array.type` is an array or open array (an implicit dereference is a `deref` node). */
  | (E & { readonly kind: 'index'; readonly array: Expr; readonly index: Expr })
  | (E & {
      readonly kind: 'subarray';
      readonly array: Expr;
      readonly from: Expr;
      readonly length: Expr;
      readonly type: OpenArrayType;
    })
  | (E & { readonly kind: 'view'; readonly operand: Expr })
  /** On integers, floats (both operands of one type after the definition's rules) or, + - * /, on sets. */
  | (E & { readonly kind: 'arith'; readonly op: ArithOp; readonly left: Expr; readonly right: Expr })
  /** Integers or floats. */
  | (E & { readonly kind: 'negate'; readonly operand: Expr })
  /** Operands: both ordinal of one base, both float of one type, sets, references, procedures, records, arrays. <= etc. on sets: inclusion. */
  | (E & { readonly kind: 'compare'; readonly op: CompareOp; readonly left: Expr; readonly right: Expr })
  | (E & { readonly kind: 'in'; readonly element: Expr; readonly set: Expr })
  | (E & { readonly kind: 'and' | 'or'; readonly left: Expr; readonly right: Expr })
  | (E & { readonly kind: 'not'; readonly operand: Expr })
  /** TEXT & TEXT */
  | (E & { readonly kind: 'concat'; readonly left: Expr; readonly right: Expr })
  | (E & Call)
  /** T.m */
  | (E & {
      readonly kind: 'methodConstant';
      readonly owner: ObjectType;
      readonly index: number;
      readonly receiver: Type;
      readonly type: ProcedureType;
    })
  /** Fields in order, defaults filled in. */
  | (E & { readonly kind: 'recordValue'; readonly type: RecordType; readonly fields: readonly Expr[] })
  /** `fill`: the last element repeats (`..`). For an open array type the number of elements is that written. */
  | (E & {
      readonly kind: 'arrayValue';
      readonly type: ArrayType | OpenArrayType;
      readonly elements: readonly Expr[];
      readonly fill: boolean;
    })
  | (E & {
      readonly kind: 'setValue';
      readonly type: SetType;
      readonly elements: readonly { readonly low: Expr; readonly high?: Expr }[];
    })
  | (E & {
      readonly kind: 'new';
      readonly allocated: Type;
      readonly sizes: readonly Expr[];
      readonly fields: readonly NewField[];
    })
  | (E & { readonly kind: 'istype' | 'narrow'; readonly ref: Expr; readonly target: Type })
  /** TYPECODE(T) or TYPECODE(r) */
  | (E & { readonly kind: 'typecode'; readonly ref?: Expr; readonly target?: Type })
  /** ABS MIN MAX on numbers and ordinals */
  | (E & { readonly kind: 'abs'; readonly operand: Expr })
  | (E & { readonly kind: 'min' | 'max'; readonly left: Expr; readonly right: Expr })
  /** ORD: the operand's ordinal number; VAL: `type` says into what (range-checked). */
  | (E & { readonly kind: 'ord' | 'val'; readonly operand: Expr })
  /** FLOAT(x, T): from integer or float to the float type `type`. */
  | (E & { readonly kind: 'float'; readonly operand: Expr })
  | (E & { readonly kind: 'round' | 'trunc' | 'floor' | 'ceiling'; readonly operand: Expr })
  /** NUMBER, FIRST, LAST of an open array (others are constants): FIRST is 0. */
  | (E & { readonly kind: 'number' | 'last'; readonly array: Expr })
  /** Word.X / Long.X operations called directly. */
  | (E & { readonly kind: 'word'; readonly op: string; readonly args: readonly Expr[] })
  | (E & { readonly kind: 'thisModule'; readonly unit: UnitEntity })
  | (E & { readonly kind: 'interfaceUnit'; readonly unit: UnitEntity });

/** A call as an expression or statement. Arguments are in the order of the formals, defaults filled in. */
export interface Call {
  readonly kind: 'call';
  readonly callee: Callee;
  readonly signature: ProcedureType;
  readonly args: readonly Expr[];
}
export type Callee =
  | { readonly kind: 'procedure'; readonly procedure: ProcedureEntity }
  | { readonly kind: 'value'; readonly value: Expr }
  /** `owner` declares the method; the receiver is evaluated first. */
  | {
      readonly kind: 'method';
      readonly receiver: Expr;
      readonly owner: ObjectType;
      readonly index: number;
      readonly method: Method;
    };

/** NEW(T, f := e) for a record's or object's field; method bindings have become an anonymous object type in `allocated`. */
export interface NewField {
  readonly owner: ObjectType | RecordType;
  readonly index: number;
  readonly value: Expr;
}

export type Stmt =
  | (Node & {
      readonly kind: 'block';
      readonly locals: readonly { readonly variable: VariableEntity; readonly init?: Expr }[];
      readonly body: readonly Stmt[];
    })
  | (Node & { readonly kind: 'assign'; readonly target: Expr; readonly value: Expr })
  /** Calls whose result is absent; EVAL. */
  | (Node & { readonly kind: 'eval'; readonly expr: Expr })
  | (Node & { readonly kind: 'inc' | 'dec'; readonly target: Expr; readonly amount?: Expr })
  | (Node & {
      readonly kind: 'if';
      readonly arms: readonly { readonly condition: Expr; readonly body: readonly Stmt[] }[];
      readonly otherwise?: readonly Stmt[];
    })
  | (Node & { readonly kind: 'while'; readonly condition: Expr; readonly body: readonly Stmt[] })
  | (Node & { readonly kind: 'repeat'; readonly body: readonly Stmt[]; readonly condition: Expr })
  | (Node & { readonly kind: 'loop'; readonly body: readonly Stmt[] })
  | (Node & { readonly kind: 'exit' })
  /** `step` is a number where it is known statically, else it is evaluated once, after the bounds; a step of zero counts as upward. */
  | (Node & {
      readonly kind: 'for';
      readonly variable: VariableEntity;
      readonly from: Expr;
      readonly to: Expr;
      readonly step: bigint | Expr;
      readonly body: readonly Stmt[];
    })
  /** Labels are disjoint ORD ranges. Without `otherwise` a missing value faults. */
  | (Node & {
      readonly kind: 'case';
      readonly selector: Expr;
      readonly arms: readonly {
        readonly ranges: readonly { readonly lo: bigint; readonly hi: bigint }[];
        readonly body: readonly Stmt[];
      }[];
      readonly otherwise?: readonly Stmt[];
    })
  | (Node & {
      readonly kind: 'typecase';
      readonly selector: Expr;
      readonly arms: readonly {
        readonly types: readonly Type[];
        readonly variable?: VariableEntity;
        readonly body: readonly Stmt[];
      }[];
      readonly otherwise?: readonly Stmt[];
    })
  | (Node & {
      readonly kind: 'with';
      readonly bindings: readonly { readonly variable: VariableEntity; readonly value: Expr }[];
      readonly body: readonly Stmt[];
    })
  | (Node & {
      readonly kind: 'tryExcept';
      readonly body: readonly Stmt[];
      readonly handlers: readonly {
        readonly exceptions: readonly ExceptionEntity[];
        readonly variable?: VariableEntity;
        readonly body: readonly Stmt[];
      }[];
      readonly otherwise?: readonly Stmt[];
    })
  | (Node & { readonly kind: 'tryFinally'; readonly body: readonly Stmt[]; readonly final: readonly Stmt[] })
  | (Node & { readonly kind: 'raise'; readonly exception: ExceptionEntity; readonly argument?: Expr })
  | (Node & { readonly kind: 'return'; readonly value?: Expr })
  | (Node & { readonly kind: 'lock'; readonly mutex: Expr; readonly body: readonly Stmt[] })
  | (Node & { readonly kind: 'assert'; readonly condition: Expr; readonly message?: Expr; readonly text: string });

export type { OpaqueType };
