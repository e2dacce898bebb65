/**
 * Expressions: one entry for scalars, one for aggregates; each family has its own file.
 */
import type { Expr } from '../../language/typed/tree.ts';
import type { Type } from '../../language/types/model.ts';
import {
  lowerArithmetic,
  lowerExtremum,
  lowerFloatConversion,
  lowerNegation,
  lowerWordOperation,
} from './arithmetic.ts';
import { lowerCall, lowerCallResult } from './calls.ts';
import { lowerComparison } from './comparisons.ts';
import { lowerConstant, pushConstantAggregate } from './constants.ts';
import { buildTemporary } from './constructors.ts';
import { type Body, typeIndex } from './context.ts';
import { isPlace, pushPlace, readDesignator } from './designators.ts';
import { lowerNew } from './new.ts';
import { isReferenceSubtype } from './references.ts';
import { lowerMembership, lowerSetOperation, lowerSetValue } from './sets.ts';
import { bounds, INTEGER, isScalar } from './types.ts';
import { asInt, coerce, convertArray, type Keep, operandOf, type Value } from './values.ts';

/** Pushes the value of a scalar expression. */
export function lowerValue(body: Body, expr: Expr): Value {
  const { code } = body;
  if (isPlace(expr)) return readDesignator(body, expr);
  switch (expr.kind) {
    case 'const':
      return lowerConstant(body, expr.value, expr.type);
    case 'procedure':
      return lowerProcedureValue(body, expr);
    case 'arith':
      return expr.type.kind === 'set' ? lowerSetOperation(body, expr) : lowerArithmetic(body, expr);
    case 'negate':
      return lowerNegation(body, expr);
    case 'abs':
      return lowerNegation(body, expr);
    case 'compare':
      lowerComparison(body, expr);
      return { k: 'bool' };
    case 'in':
      lowerMembership(body, expr);
      return { k: 'bool' };
    case 'and':
    case 'or':
      lowerShortCircuit(body, expr);
      return { k: 'bool' };
    case 'not':
      lowerValue(body, expr.operand);
      code.emit('bool.not');
      return { k: 'bool' };
    case 'concat':
      lowerTo(body, expr.left, expr.type);
      lowerTo(body, expr.right, expr.type);
      code.mark(expr.span);
      code.emit('text.cat');
      return operandOf(expr.type);
    case 'call':
      lowerCall(body, expr, expr.span);
      return operandOf(expr.type);
    case 'methodConstant':
      code.emit('method.const', typeIndex(body, expr.owner), expr.index, typeIndex(body, expr.type));
      return operandOf(expr.type);
    case 'setValue':
      return lowerSetValue(body, expr);
    case 'new':
      return lowerNew(body, expr);
    case 'istype':
      lowerValue(body, expr.ref);
      code.emit('istype', typeIndex(body, expr.target));
      return { k: 'bool' };
    case 'narrow': {
      const value = lowerValue(body, expr.ref);
      code.mark(expr.span);
      const known = value.k === 'ref' && isReferenceSubtype(body.program, value.type, expr.target);
      if (!known) code.emit('narrow', typeIndex(body, expr.target));
      return operandOf(expr.target);
    }
    case 'typecode':
      if (expr.ref) {
        lowerValue(body, expr.ref);
        code.emit('ref.typecode');
      } else code.emit('typecode', typeIndex(body, expr.target!));
      return operandOf(INTEGER);
    case 'min':
    case 'max':
      return lowerExtremum(body, expr);
    case 'ord':
      return { k: 'int', ...asInt(body, lowerValue(body, expr.operand)) };
    case 'val': {
      const value = lowerValue(body, expr.operand);
      code.mark(expr.span);
      coerce(body, value, expr.type);
      return operandOf(expr.type);
    }
    case 'float':
    case 'round':
    case 'trunc':
    case 'floor':
    case 'ceiling':
      return lowerFloatConversion(body, expr);
    case 'number':
    case 'last':
      return lowerArrayBound(body, expr);
    case 'word':
      return lowerWordOperation(body, expr);
    case 'thisModule':
      code.emit('this_module', typeIndex(body, expr.type));
      return operandOf(expr.type);
    case 'interfaceUnit':
      body.program.indices.mention(expr.unit);
      code.emit('interface_unit', body.program.text(expr.unit.name), typeIndex(body, expr.type));
      return operandOf(expr.type);
    default:
      throw new Error(`${expr.kind} is not a scalar expression`);
  }
}

/** Pushes the value of a scalar expression as one that fits a place of type `to`. */
export function lowerTo(body: Body, expr: Expr, to: Type, keep: Keep = 'stored'): void {
  if (expr.kind === 'const') {
    lowerConstantTo(body, expr, to);
    return;
  }
  const value = lowerValue(body, expr);
  body.code.mark(expr.span);
  coerce(body, value, to, keep);
}

function lowerConstantTo(body: Body, expr: Extract<Expr, { kind: 'const' }>, to: Type): void {
  const nilProcedure = expr.value.kind === 'nil';
  coerce(body, lowerConstant(body, expr.value, nilProcedure ? to : expr.type), to);
}

/**
 * Pushes the address of an aggregate or array, as one of type `to` if that is given. What lies there may be a temporary and must not be written,
 * unless the expression is a writable designator.
 */
export function lowerAggregate(body: Body, expr: Expr, to: Type = expr.type): void {
  if (isPlace(expr)) pushPlace(body, expr);
  else {
    switch (expr.kind) {
      case 'const':
        convertArray(body, pushConstantAggregate(body, expr.value, expr.type), to);
        return;
      case 'call':
        lowerCallResult(body, expr, expr.span);
        break;
      case 'recordValue':
      case 'arrayValue':
      case 'setValue':
      case 'arith':
        convertArray(body, buildTemporary(body, expr), to);
        return;
      default:
        throw new Error(`${expr.kind} is not an aggregate expression`);
    }
  }
  body.code.mark(expr.span);
  convertArray(body, expr.type, to);
}

/** Pushes an argument or operand for a place of type `to`: a scalar, or the address of an aggregate. */
export function lowerAny(body: Body, expr: Expr, to: Type, keep: Keep = 'stored'): void {
  if (isScalar(to)) lowerTo(body, expr, to, keep);
  else lowerAggregate(body, expr, to);
}

function lowerProcedureValue(body: Body, expr: Extract<Expr, { kind: 'procedure' }>): Value {
  const { procedure } = expr;
  const nested = procedure.parent !== undefined;
  body.code.emit(nested ? 'closure' : 'proc.const', body.program.indices.procedure(procedure));
  return { k: 'proc', type: expr.type, closure: nested };
}

/** AND, OR: the right operand is evaluated only if it matters. */
function lowerShortCircuit(body: Body, expr: Extract<Expr, { kind: 'and' | 'or' }>): void {
  const { code } = body;
  lowerValue(body, expr.left);
  const label = code.ifBool();
  if (expr.kind === 'and') lowerValue(body, expr.right);
  else code.emit('bool.const', 1);
  code.else(label);
  if (expr.kind === 'and') code.emit('bool.const', 0);
  else lowerValue(body, expr.right);
  code.end(label);
}

/** NUMBER or LAST of an array; that of a fixed one is a constant, after its designator is evaluated. */
function lowerArrayBound(body: Body, expr: Extract<Expr, { kind: 'number' | 'last' }>): Value {
  const { code } = body;
  const array = expr.array.type;
  pushPlace(body, expr.array);
  if (array.kind === 'array') {
    const { lo, hi } = bounds(array.index);
    const value = expr.kind === 'last' ? hi : hi < lo ? 0n : hi - lo + 1n;
    code.emit('drop');
    code.emit('int.const', value);
    return { k: 'int', lo: value, hi: value };
  }
  code.emit('array.length', 0);
  if (expr.kind === 'number') return { k: 'int', lo: 0n, hi: MAX_LENGTH };
  code.emit('int.const', 1n);
  code.emit('int.sub');
  return { k: 'int', lo: -1n, hi: MAX_LENGTH - 1n };
}

/** An open array has less than 2**31 elements. */
const MAX_LENGTH = 2n ** 31n - 1n;
