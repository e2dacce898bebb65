/**
 * Arguments of a call: positional and keyword bindings, defaults, and what each mode asks of the actual (definition 2.3.2).
 */
import type { Span } from '../../../diagnostics/diagnostic.ts';
import type * as ast from '../../generated/ast.ts';
import type { Param, ProcedureType, Type } from '../../types/model.ts';
import { unpacked } from '../../types/ordinals.ts';
import { typeText } from '../../types/print.ts';
import { isAssignable, sameType } from '../../types/relations.ts';
import { constantExpr } from '../constants/faulting.ts';
import { hasNoAddress } from '../constants/sizes.ts';
import type { CheckContext, Scope } from '../context.ts';
import { declaredHere, didYouMean } from '../messages.ts';
import { errorNode, isError, placeType, takeAddress } from '../nodes.ts';
import { isProbed } from '../probe.ts';
import type { Expr } from '../tree.ts';
import { checkAssignable } from './assignability.ts';

/** What is called, for messages. */
export interface Called {
  readonly name: string;
  /** Where it is declared. */
  readonly span?: Span;
}

/** One expression per formal, in order. Wrong or missing ones are reported and replaced by error expressions. */
export function bindArguments(
  ctx: CheckContext,
  node: ast.CallExpr,
  signature: ProcedureType,
  called: Called,
  scope: Scope,
): Expr[] {
  const bound: (Expr | undefined)[] = signature.params.map(() => undefined);
  let keywords = false;
  let failed = false;
  node.args.forEach((actual, position) => {
    if (isProbed(ctx.probe, actual.value)) ctx.probe!.call = { signature, name: called.name, node, position };
    const misplaced = actual.name === undefined && keywords;
    keywords ||= actual.name !== undefined;
    const index = misplaced ? undefined : formalIndex(actual, signature, position);
    const formal = index === undefined ? undefined : signature.params[index];
    const value = actual.value ? ctx.expr(actual.value, scope, formal?.type) : errorNode(ctx.span(actual));
    if (index === undefined || formal === undefined) {
      if (misplaced) ctx.report('M3605', actual, 'positional arguments must precede those with keywords');
      else if (actual.name !== undefined) reportUnknownKeyword(ctx, actual, actual.name, signature, called);
      else if (!failed) reportTooMany(ctx, actual, signature, called);
      failed = true;
      return;
    }
    if (actual.name !== undefined && formal.span.file !== '') ctx.use(ctx.span(actual, 'name'), formal);
    if (bound[index] === undefined) {
      bound[index] = checkActual(ctx, value, formal, called);
      return;
    }
    ctx.report('M3604', actual, `parameter ${formal.name} of ${called.name} is bound twice`);
    failed = true;
  });
  return signature.params.map((formal, index) => bound[index] ?? defaultOf(ctx, node, formal, called, failed));
}

function formalIndex(actual: ast.Actual, signature: ProcedureType, position: number): number | undefined {
  if (actual.name === undefined) return position < signature.params.length ? position : undefined;
  const index = signature.params.findIndex((p) => p.name === actual.name && !p.unnamed);
  return index < 0 ? undefined : index;
}

function defaultOf(ctx: CheckContext, node: ast.CallExpr, formal: Param, called: Called, silent: boolean): Expr {
  const span = ctx.span(node);
  if (formal.default !== undefined) return constantExpr(span, formal.type, formal.default);
  if (!silent)
    ctx.report(
      'M3601',
      node,
      `parameter ${formal.name} of ${called.name} is not bound and has no default`,
      declaredHere(formal),
    );
  return errorNode(span);
}

function reportTooMany(ctx: CheckContext, actual: ast.Actual, signature: ProcedureType, called: Called): void {
  const count = signature.params.length;
  const text = count === 0 ? 'no parameters' : count === 1 ? 'only one parameter' : `only ${count} parameters`;
  ctx.report(
    'M3602',
    actual,
    `${called.name} has ${text}`,
    called.span ? declaredHere({ name: called.name, span: called.span }) : {},
  );
}

function reportUnknownKeyword(
  ctx: CheckContext,
  actual: ast.Actual,
  name: string,
  signature: ProcedureType,
  called: Called,
): void {
  const names = signature.params.filter((p) => !p.unnamed).map((p) => p.name);
  const hint = signature.params.some((p) => p.unnamed && p.name === name)
    ? { hint: 'The object has no name here: it is the first argument by position.' }
    : didYouMean(name, names);
  ctx.report('M3603', ctx.span(actual, 'name'), `${called.name} has no parameter ${name}`, hint);
}

// ---------------------------------------------------------------- modes

function checkActual(ctx: CheckContext, value: Expr, formal: Param, called: Called): Expr {
  if (isError(value) || formal.type.kind === 'error') return value;
  const fits = formal.mode === 'var' ? checkVar(ctx, value, formal, called) : checkValue(ctx, value, formal, called);
  return fits ? value : errorNode(value.span);
}

/** VALUE and READONLY take what is assignable; READONLY aliases a designator of the same type and else copies. */
function checkValue(ctx: CheckContext, value: Expr, formal: Param, called: Called): boolean {
  const what = `parameter ${formal.name} of ${called.name}`;
  const localProcedures = formal.mode === 'value' ? 'passed' : 'refused';
  if (!checkAssignable(ctx, value, formal.type, { what, code: 'M3610', localProcedures })) return false;
  const isAliased = sameType(value.type, unpacked(formal.type)) || isArray(formal.type);
  if (formal.mode === 'readonly' && value.designator && isAliased) takeAddress(value);
  return true;
}

function checkVar(ctx: CheckContext, value: Expr, formal: Param, called: Called): boolean {
  const name = `VAR parameter ${formal.name} of ${called.name}`;
  if (!value.designator) {
    ctx.report(
      'M3611',
      value.span,
      `${name} wants a variable (a writable designator), and this is a value`,
      declaredHere(formal),
    );
    return false;
  }
  if (!value.writable) {
    ctx.report(
      'M3612',
      value.span,
      `${name} wants a writable designator, and ${whyNotWritable(value)}`,
      declaredHere(formal),
    );
    return false;
  }
  if (hasNoAddress(placeType(value)) && !isWholeVariable(value)) {
    ctx.report('M3613', value.span, `${name} cannot be bound to a packed field or element (BITS n FOR T)`, {
      hint: 'copy it to a variable of its own and back',
    });
    return false;
  }
  if (
    !sameType(value.type, unpacked(formal.type)) &&
    !(isArray(formal.type) && isAssignable(value.type, formal.type, ctx.reveal, ctx.unit.unsafe))
  ) {
    ctx.report(
      'M3614',
      value.span,
      `${name} wants a variable of exactly its type ${typeText(formal.type, ctx.unit)}, and this is one of type ${typeText(value.type, ctx.unit)}`,
      declaredHere(formal),
    );
    return false;
  }
  takeAddress(value);
  return true;
}

/** Only as parts of records, objects and arrays are variables of packed types packed (definition 2.2.5). */
function isWholeVariable(value: Expr): boolean {
  return value.kind === 'variable' && value.variable.role !== 'with';
}

function isArray(type: Type): boolean {
  const t = unpacked(type);
  return t.kind === 'array' || t.kind === 'openarray';
}

/** The reason why a designator is not writable, as the second half of a sentence. */
export function whyNotWritable(designator: Expr): string {
  let at = designator;
  while (at.kind === 'field' || at.kind === 'index' || at.kind === 'subarray' || at.kind === 'view') {
    at = at.kind === 'field' ? at.record : at.kind === 'view' ? at.operand : at.array;
  }
  if (at.kind !== 'variable') return 'this is not writable';
  const { variable } = at;
  switch (variable.role) {
    case 'param':
      return `${variable.name} is a READONLY parameter`;
    case 'for':
      return `${variable.name} is the variable of a FOR statement`;
    case 'with':
      return `${variable.name} is bound by WITH to something that is not writable`;
    default:
      return `${variable.name} is not writable`;
  }
}
