/**
 * Operators (definition 2.6.10 to 2.6.12): which operands they take, of what type the result is, and their value on constants.
 *
 * INTEGER and LONGINT never mix, nor do REAL, LONGREAL and EXTENDED.
 */
import type { Span } from '../../../diagnostics/diagnostic.ts';
import type * as ast from '../../generated/ast.ts';
import { ADDRESS, BOOLEAN, INTEGER, TEXT } from '../../types/builtins.ts';
import type { FloatType, IntegerType, SetType, Type } from '../../types/model.ts';
import { baseType, isOrdinal, sameBase } from '../../types/ordinals.ts';
import { typeText } from '../../types/print.ts';
import { isAssignable, isSubtype, sameType } from '../../types/relations.ts';
import { foldFloat } from '../constants/floats.ts';
import { fitsInteger, foldInteger } from '../constants/integers.ts';
import { compareConst, constantValue, foldSet } from '../constants/values.ts';
import type { CheckContext, Scope } from '../context.ts';
import { asValue, boolNode, constNode, errorNode, intNode, intValue, isError, VALUE } from '../nodes.ts';
import { isProbed } from '../probe.ts';
import type { ArithOp, CompareOp, Expr } from '../tree.ts';
import { overflows, WRAPS } from './faults.ts';
import { requireUnsafe } from './unsafe.ts';

export function unaryExpr(ctx: CheckContext, node: ast.UnaryExpr, scope: Scope): Expr {
  const span = ctx.span(node);
  const operand = ctx.expr(node.operand, scope);
  if (isError(operand)) return errorNode(span);
  const type = baseType(operand.type);
  if (node.operator === 'NOT') {
    if (type !== BOOLEAN) return wrongOperands(ctx, node, 'NOT', [operand], 'a BOOLEAN');
    const value = intValue(operand);
    return value === undefined ? { kind: 'not', span, type: BOOLEAN, operand, ...VALUE } : boolNode(span, value === 0n);
  }
  if (type.kind !== 'integer' && type.kind !== 'float')
    return wrongOperands(ctx, node, node.operator, [operand], 'a number');
  if (node.operator === '+') return asValue(operand, type);
  return negate(ctx, scope, span, operand, type);
}

function negate(ctx: CheckContext, scope: Scope, span: Span, operand: Expr, type: IntegerType | FloatType): Expr {
  if (operand.kind === 'const' && operand.value.kind === 'real')
    return constNode(span, type, { kind: 'real', value: -operand.value.value });
  const value = intValue(operand);
  const atRunTime: Expr = { kind: 'negate', span, type, operand, ...VALUE };
  if (value === undefined) return atRunTime;
  if (!fitsInteger(-value)) return overflows(ctx, scope, typeText(type, ctx.unit), WRAPS, atRunTime);
  return intNode(span, type, -value);
}

/** `a + b + c + ...` leans to the left as far as the program likes, so that side is followed without recursion. */
export function binaryExpr(ctx: CheckContext, node: ast.BinaryExpr, scope: Scope): Expr {
  const spine = [node];
  for (let left: ast.Expr | undefined = node.left; left?.$type === 'BinaryExpr'; left = left.left) spine.push(left);
  const innermost = spine.at(-1) ?? node;
  let value = ctx.expr(innermost.left, scope);
  for (const at of spine.reverse()) {
    const right = ctx.expr(at.right, scope);
    expectAlike(ctx, at, value, right);
    value = operation(ctx, at, scope, value, right);
  }
  return value;
}

/** For an editor: where one operand is asked about, the other tells its type. */
function expectAlike({ probe }: CheckContext, { operator, left, right }: ast.BinaryExpr, a: Expr, b: Expr): void {
  if (!probe) return;
  if (isProbed(probe, right) && !isError(a) && operator !== 'IN') probe.expected ??= a.type;
  if (!isProbed(probe, left) || isError(b)) return;
  const type = baseType(b.type);
  if (operator !== 'IN') probe.expected ??= b.type;
  else if (type.kind === 'set') probe.expected ??= type.element;
}

function operation(ctx: CheckContext, node: ast.BinaryExpr, scope: Scope, left: Expr, right: Expr): Expr {
  if (isError(left) || isError(right)) return errorNode(ctx.span(node));
  switch (node.operator) {
    case 'AND':
    case 'OR':
      return logical(ctx, node, left, right);
    case '&':
      return concatenate(ctx, node, left, right);
    case 'IN':
      return membership(ctx, node, left, right);
    case '=':
    case '#':
      return equality(ctx, node, node.operator, left, right);
    case '<':
    case '<=':
    case '>':
    case '>=':
      return order(ctx, node, node.operator, left, right);
    default:
      return arithmetic(ctx, node, scope, node.operator, left, right);
  }
}

// ---------------------------------------------------------------- arithmetic and sets

function arithmetic(ctx: CheckContext, node: ast.BinaryExpr, scope: Scope, op: ArithOp, left: Expr, right: Expr): Expr {
  const [a, b] = [baseType(left.type), baseType(right.type)];
  if (a.kind === 'integer' && a === b && op !== '/') return integerArithmetic(ctx, node, scope, op, left, right, a);
  if (a.kind === 'float' && a === b && op !== 'DIV') return floatArithmetic(ctx, node, op, left, right, a);
  if (a.kind === 'set' && b.kind === 'set' && op !== 'DIV' && op !== 'MOD')
    return setArithmetic(ctx, node, op, left, right, a);
  const address = addressArithmetic(ctx, node, op, left, right);
  if (address !== undefined) return address;
  return wrongOperands(ctx, node, op, [left, right], WANTED[op], mixedHint(op, a, b));
}

const WANTED: { readonly [K in ArithOp]: string } = {
  '+': 'two numbers of one type or two equal sets',
  '-': 'two numbers of one type or two equal sets',
  '*': 'two numbers of one type or two equal sets',
  '/': 'two floating-point numbers of one type or two equal sets',
  DIV: 'two integers of one type',
  MOD: 'two numbers of one type',
};

function mixedHint(op: ArithOp, a: Type, b: Type): string | undefined {
  if (a.kind === 'integer' && b.kind === 'integer')
    return op === '/' ? 'integers are divided with DIV' : 'INTEGER and LONGINT do not mix: convert with ORD or VAL';
  if (a.kind === 'float' && b.kind === 'float') return 'floating-point types do not mix: convert with FLOAT(x, T)';
  if ((a.kind === 'float' && b.kind === 'integer') || (a.kind === 'integer' && b.kind === 'float'))
    return 'convert the integer with FLOAT';
  if (op === '+' && (a === TEXT || b === TEXT)) return 'texts are concatenated with &';
  return undefined;
}

function integerArithmetic(
  ctx: CheckContext,
  node: ast.BinaryExpr,
  scope: Scope,
  op: Exclude<ArithOp, '/'>,
  left: Expr,
  right: Expr,
  type: IntegerType,
): Expr {
  const span = ctx.span(node);
  const [x, y] = [intValue(left), intValue(right)];
  const atRunTime: Expr = { kind: 'arith', span, type, op, left, right, ...VALUE };
  if (x === undefined || y === undefined) {
    if (y === 0n && (op === 'DIV' || op === 'MOD'))
      ctx.report('W4102', span, 'the divisor is zero; this faults at run time', { severity: 'warning' });
    return atRunTime;
  }
  const value = foldInteger(op, x, y);
  if (value === 'overflow') return overflows(ctx, scope, typeText(type, ctx.unit), WRAPS, atRunTime);
  if (value === 'division by zero') {
    ctx.report('M3532', node, 'this constant expression divides by zero');
    return errorNode(span);
  }
  return intNode(span, type, value);
}

function floatArithmetic(
  ctx: CheckContext,
  node: ast.BinaryExpr,
  op: Exclude<ArithOp, 'DIV'>,
  left: Expr,
  right: Expr,
  type: FloatType,
): Expr {
  const span = ctx.span(node);
  const [x, y] = [constantValue(left), constantValue(right)];
  if (x?.kind !== 'real' || y?.kind !== 'real') return { kind: 'arith', span, type, op, left, right, ...VALUE };
  const value = foldFloat(op, x.value, y.value, type);
  return constNode(span, type, { kind: 'real', value });
}

function setArithmetic(
  ctx: CheckContext,
  node: ast.BinaryExpr,
  op: ArithOp,
  left: Expr,
  right: Expr,
  type: SetType,
): Expr {
  const span = ctx.span(node);
  if (!sameType(left.type, right.type)) return wrongOperands(ctx, node, op, [left, right], 'two sets of the same type');
  const [x, y] = [constantValue(left), constantValue(right)];
  if (x?.kind !== 'set' || y?.kind !== 'set') return { kind: 'arith', span, type, op, left, right, ...VALUE };
  return constNode(span, type, { kind: 'set', elements: foldSet(op, x.elements, y.elements) });
}

/** In UNSAFE units: ADDRESS + INTEGER, ADDRESS - INTEGER, ADDRESS - ADDRESS (definition 2.7). */
function addressArithmetic(
  ctx: CheckContext,
  node: ast.BinaryExpr,
  op: ArithOp,
  left: Expr,
  right: Expr,
): Expr | undefined {
  if ((op !== '+' && op !== '-') || !isAddress(ctx, left)) return undefined;
  const toInteger = op === '-' && isAddress(ctx, right);
  if (!toInteger && baseType(right.type) !== INTEGER) return undefined;
  if (!requireUnsafe(ctx, ctx.span(node), 'address arithmetic')) return errorNode(ctx.span(node));
  return { kind: 'arith', span: ctx.span(node), type: toInteger ? INTEGER : ADDRESS, op, left, right, ...VALUE };
}

function isAddress(ctx: CheckContext, expr: Expr): boolean {
  return expr.type.kind !== 'error' && isSubtype(expr.type, ADDRESS, ctx.reveal) && expr.type.kind !== 'procedure';
}

// ---------------------------------------------------------------- relations

function equality(ctx: CheckContext, node: ast.BinaryExpr, op: '=' | '#', left: Expr, right: Expr): Expr {
  if (!comparable(ctx, left.type, right.type)) {
    return wrongOperands(ctx, node, op, [left, right], 'operands of which one is assignable to the type of the other');
  }
  warnTextComparison(ctx, node, left, right);
  return compared(ctx.span(node), op, left, right);
}

/** `t = "yes"` compares references: whether equal texts are one object is nobody's promise. */
function warnTextComparison(ctx: CheckContext, node: ast.Expr, left: Expr, right: Expr): void {
  const isText = (expr: Expr) => expr.kind === 'const' && expr.value.kind === 'text';
  if (!isText(left) && !isText(right)) return;
  ctx.report('W4108', node, 'this compares references to texts, not the texts', {
    severity: 'warning',
    hint: 'Text.Equal compares what they contain',
  });
}

function comparable(ctx: CheckContext, a: Type, b: Type): boolean {
  return isAssignable(a, b, ctx.reveal, ctx.unit.unsafe) || isAssignable(b, a, ctx.reveal, ctx.unit.unsafe);
}

function ordinalsOfOneBase(a: Type, b: Type): boolean {
  return isOrdinal(a) && isOrdinal(b) && sameBase(a, b);
}

const DISJOINT = 'ordinals whose types have a member in common';

function order(ctx: CheckContext, node: ast.BinaryExpr, op: '<' | '<=' | '>' | '>=', left: Expr, right: Expr): Expr {
  const [a, b] = [baseType(left.type), baseType(right.type)];
  const span = ctx.span(node);
  if (ordinalsOfOneBase(a, b)) {
    if (isAssignable(left.type, right.type, ctx.reveal)) return compared(span, op, left, right);
    return wrongOperands(ctx, node, op, [left, right], DISJOINT);
  }
  if (a.kind === 'float' && a === b) return compared(span, op, left, right);
  if (a.kind === 'set' && b.kind === 'set' && sameType(a, b)) return compared(span, op, left, right);
  if (isAddress(ctx, left) && isAddress(ctx, right)) {
    requireUnsafe(ctx, span, 'ordering of addresses');
    return compared(span, op, left, right);
  }
  return wrongOperands(
    ctx,
    node,
    op,
    [left, right],
    'two ordinals of one base type, two floating-point numbers of one type, or two sets of the same type',
  );
}

function compared(span: Span, op: CompareOp, left: Expr, right: Expr): Expr {
  const [x, y] = [constantValue(left), constantValue(right)];
  const folded = x && y && compareConst(op, x, y);
  if (folded !== undefined) return boolNode(span, folded);
  return { kind: 'compare', span, type: BOOLEAN, op, left, right, ...VALUE };
}

/** `e IN s`: a value of e's base type that the set's element type lacks is simply not in the set. */
function membership(ctx: CheckContext, node: ast.BinaryExpr, element: Expr, set: Expr): Expr {
  const span = ctx.span(node);
  const type = baseType(set.type);
  if (type.kind !== 'set') return wrongOperands(ctx, node, 'IN', [element, set], 'an ordinal and a set');
  if (!ordinalsOfOneBase(element.type, type.element)) {
    return wrongOperands(
      ctx,
      node,
      'IN',
      [element, set],
      `an element of base type ${typeText(baseType(type.element), ctx.unit)} and a set of such`,
    );
  }
  if (!isAssignable(element.type, type.element, ctx.reveal))
    return wrongOperands(ctx, node, 'IN', [element, set], DISJOINT);
  const [value, members] = [intValue(element), constantValue(set)];
  if (value !== undefined && members?.kind === 'set') return boolNode(span, members.elements.includes(value));
  return { kind: 'in', span, type: BOOLEAN, element, set, ...VALUE };
}

// ---------------------------------------------------------------- logic and texts

function logical(ctx: CheckContext, node: ast.BinaryExpr, left: Expr, right: Expr): Expr {
  const span = ctx.span(node);
  if (baseType(left.type) !== BOOLEAN || baseType(right.type) !== BOOLEAN) {
    return wrongOperands(ctx, node, node.operator, [left, right], 'two BOOLEANs');
  }
  const and = node.operator === 'AND';
  const [x, y] = [intValue(left), intValue(right)];
  if (x !== undefined && y !== undefined) return boolNode(span, and ? x !== 0n && y !== 0n : x !== 0n || y !== 0n);
  return { kind: and ? 'and' : 'or', span, type: BOOLEAN, left, right, ...VALUE };
}

function concatenate(ctx: CheckContext, node: ast.BinaryExpr, left: Expr, right: Expr): Expr {
  const span = ctx.span(node);
  // The operands are those of Text.Cat, so REFANY will do, with the check that assignment makes.
  if (!isAssignable(left.type, TEXT, ctx.reveal) || !isAssignable(right.type, TEXT, ctx.reveal)) {
    return wrongOperands(ctx, node, '&', [left, right], 'two TEXTs');
  }
  const [x, y] = [constantValue(left), constantValue(right)];
  if (x?.kind === 'text' && y?.kind === 'text') {
    const wide = x.wide || y.wide;
    return constNode(span, TEXT, { kind: 'text', value: x.value + y.value, ...(wide ? { wide } : {}) });
  }
  return { kind: 'concat', span, type: TEXT, left, right, ...VALUE };
}

function wrongOperands(
  ctx: CheckContext,
  node: ast.Expr,
  op: string,
  operands: readonly Expr[],
  wanted: string,
  hint?: string,
): Expr {
  const types = operands.map((o) => typeText(o.type, ctx.unit)).join(' and ');
  ctx.report('M3530', node, `${op} wants ${wanted}, not ${types}`, hint === undefined ? {} : { hint });
  return errorNode(ctx.span(node));
}
