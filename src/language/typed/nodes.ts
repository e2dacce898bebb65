/** Small constructors and questions for nodes of the typed tree, used by every file of this folder. */
import type { Span } from '../../diagnostics/diagnostic.ts';
import { BOOLEAN, ERROR } from '../types/builtins.ts';
import type { ConstValue, Type, VariableEntity } from '../types/model.ts';
import type { Expr } from './tree.ts';

/** What every expression that denotes no variable has. */
export const VALUE = { designator: false, writable: false } as const;

export type ConstExpr = Extract<Expr, { kind: 'const' }>;

export function constNode(span: Span, type: Type, value: ConstValue): ConstExpr {
  return { kind: 'const', span, type, value, ...VALUE };
}

export function intNode(span: Span, type: Type, value: bigint): ConstExpr {
  return constNode(span, type, { kind: 'int', value });
}

export function boolNode(span: Span, value: boolean): ConstExpr {
  return intNode(span, BOOLEAN, value ? 1n : 0n);
}

/** The expression as a value: no longer a designator. */
export function asValue(expr: Expr, type: Type): Expr {
  return { ...expr, type, ...VALUE } as Expr;
}

/** What stands for an erroneous expression: it fits everywhere, so that one mistake gives one error. */
export function errorNode(span: Span): Expr {
  return { kind: 'const', span, type: ERROR, value: { kind: 'int', value: 0n }, designator: true, writable: true };
}

export function isError(expr: Expr): boolean {
  return expr.type.kind === 'error';
}

/** The ORD value of a constant ordinal expression. */
export function intValue(expr: Expr): bigint | undefined {
  return expr.kind === 'const' && expr.value.kind === 'int' && !isError(expr) ? expr.value.value : undefined;
}

/** The declared type of the variable that a designator denotes: unlike `expr.type` it may be packed. */
export function placeType(expr: Expr): Type {
  switch (expr.kind) {
    case 'variable':
      return expr.variable.type;
    case 'field':
    case 'objectField':
      return expr.field.type;
    case 'index': {
      const array = expr.array.type;
      return array.kind === 'array' || array.kind === 'openarray' ? array.element : expr.type;
    }
    default:
      return expr.type;
  }
}

/** The variable whose storage a designator lies in; undefined when that is behind a reference. */
export function rootVariable(expr: Expr): VariableEntity | undefined {
  let at = expr;
  for (;;) {
    switch (at.kind) {
      case 'variable':
        return at.variable;
      case 'field':
        at = at.record;
        break;
      case 'index':
      case 'subarray':
        at = at.array;
        break;
      case 'view':
        at = at.operand;
        break;
      default:
        return undefined;
    }
  }
}

/** Note that the address of a designator's variable is taken (VAR, READONLY, WITH, VIEW, SUBARRAY). */
export function takeAddress(designator: Expr): void {
  const variable = rootVariable(designator);
  if (variable !== undefined) variable.addressTaken = true;
}
