/**
 * Calls (definition 2.3.2): of procedures, procedure values, methods, method constants, built-in operations and the operations of Word.
 */
import type { Span } from '../../../diagnostics/diagnostic.ts';
import type * as ast from '../../generated/ast.ts';
import { BOOLEAN, ERROR, INTEGER, LONGINT } from '../../types/builtins.ts';
import { eventType } from '../../types/events.ts';
import type { ProcedureEntity, ProcedureType } from '../../types/model.ts';
import { baseType, unpacked } from '../../types/ordinals.ts';
import { typeText } from '../../types/print.ts';
import { foldWord, WORD_OPERATIONS } from '../constants/words.ts';
import type { CheckContext, Scope } from '../context.ts';
import { boolNode, errorNode, intNode, intValue, isError, VALUE } from '../nodes.ts';
import type { Callee, Expr } from '../tree.ts';
import { bindArguments, type Called } from './arguments.ts';
import { builtinExpr } from './builtins/index.ts';
import { entityOf, useEntity } from './names.ts';
import { placeOfCall } from './places.ts';
import { select } from './selection.ts';

/** A call where its result is wanted. */
export function callExpr(ctx: CheckContext, node: ast.CallExpr, scope: Scope): Expr {
  const entity = entityOf(ctx, node.callee, scope);
  if (entity?.kind === 'builtin') {
    useEntity(ctx, node.callee, scope, entity);
    return builtinExpr(ctx, node, entity.builtin, scope);
  }
  const call = checkCall(ctx, node, scope);
  if (call.kind === 'call' && call.signature.result === undefined) {
    ctx.report(
      'M3606',
      node,
      `${calleeText(node)} is a proper procedure: it returns no result to use in an expression`,
    );
    return errorNode(call.span);
  }
  return call;
}

/** A call of anything but a built-in operation; of a proper procedure, too, whose call is of the error type. */
export function checkCall(ctx: CheckContext, node: ast.CallExpr, scope: Scope): Expr {
  const span = ctx.span(node);
  const target = calleeOf(ctx, node, scope);
  if (target === undefined) {
    // Who knows whether it would take types.
    for (const { value } of node.args) if (value && ctx.typeOfExpr(value, scope) === undefined) ctx.expr(value, scope);
    return errorNode(span);
  }
  const { callee, signature, called } = target;
  const args = bindArguments(ctx, node, signature, called, scope);
  if (args.some(isError)) return errorNode(span);
  if (callee.kind === 'procedure') {
    const { procedure } = callee;
    const known = wordOperation(ctx, span, procedure, args) ?? placeOfCall(ctx, node, procedure);
    if (known !== undefined) return known;
  }
  const type = signature.result === undefined ? ERROR : unpacked(signature.result);
  return { kind: 'call', span, type, callee, signature, args, ...VALUE };
}

// ---------------------------------------------------------------- what is called

interface Target {
  readonly callee: Callee;
  readonly signature: ProcedureType;
  readonly called: Called;
}

function calleeOf(ctx: CheckContext, node: ast.CallExpr, scope: Scope): Target | undefined {
  if (node.callee === undefined) return undefined;
  if (node.callee.$type === 'SelectExpr') {
    const selected = select(ctx, node.callee, scope);
    if (selected.kind === 'value') return valueTarget(ctx, node, selected.expr);
    const { method, receiver, owner, index } = selected;
    return {
      callee: { kind: 'method', receiver, owner, index, method },
      signature: method.signature,
      called: { name: `method ${method.name}`, span: method.span },
    };
  }
  return valueTarget(ctx, node, ctx.expr(node.callee, scope));
}

function valueTarget(ctx: CheckContext, node: ast.CallExpr, value: Expr): Target | undefined {
  if (isError(value)) return undefined;
  if (value.kind === 'procedure') {
    const { procedure } = value;
    return { callee: { kind: 'procedure', procedure }, signature: eventType(procedure), called: procedure };
  }
  const type = unpacked(value.type);
  if (type.kind !== 'procedure') {
    ctx.report(
      'M3607',
      node.callee,
      `only procedures can be called, and this is of type ${typeText(value.type, ctx.unit)}`,
    );
    return undefined;
  }
  if (value.kind === 'const' && value.value.kind === 'proc') {
    const { proc } = value.value;
    return { callee: { kind: 'procedure', procedure: proc }, signature: eventType(proc), called: proc };
  }
  return { callee: { kind: 'value', value }, signature: type, called: { name: calleeText(node) } };
}

/** The callee as it was written, for messages. */
function calleeText(node: ast.CallExpr): string {
  const text = (expr: ast.Expr | undefined): string => {
    if (expr?.$type === 'NameExpr') return expr.name;
    if (expr?.$type === 'SelectExpr') return `${text(expr.base)}.${expr.name}`;
    return 'the procedure';
  };
  return text(node.callee);
}

// ---------------------------------------------------------------- Word and Long

/** Their second parameter is a subrange, so a count outside of the word has been reported with the argument. */
const SHIFTS_WITHIN = /^(Left|Right)/;

/** `Word.And(x, y)` and the like are operations, not calls; constant ones are folded. */
function wordOperation(
  ctx: CheckContext,
  span: Span,
  procedure: ProcedureEntity,
  args: readonly Expr[],
): Expr | undefined {
  const { unit } = procedure;
  const operand = unit?.name === 'Word' ? INTEGER : unit?.name === 'Long' ? LONGINT : undefined;
  const operation = WORD_OPERATIONS.get(procedure.name);
  if (operand === undefined || operation === undefined || unit?.unitKind !== 'interface') return undefined;
  // An interface of that name with other procedures in it is the program's own affair.
  const result = operation.boolean ? BOOLEAN : operand;
  const fits =
    args.length === operation.arity &&
    procedure.type.params[0] !== undefined &&
    baseType(procedure.type.params[0].type) === operand &&
    procedure.type.params.every((p) => p.mode === 'value' && baseType(p.type).kind === 'integer') &&
    procedure.type.result !== undefined &&
    baseType(procedure.type.result) === result;
  if (!fits) return undefined;
  const values = args.map(intValue);
  if (values.every((v) => v !== undefined)) {
    const folded = foldWord(procedure.name, values);
    if (folded !== undefined) return operation.boolean ? boolNode(span, folded !== 0n) : intNode(span, operand, folded);
    if (!SHIFTS_WITHIN.test(procedure.name))
      ctx.report('W4103', span, `${unit.name}.${procedure.name} faults on these constants`, { severity: 'warning' });
  }
  return { kind: 'word', span, type: result, op: procedure.name, args, ...VALUE };
}
