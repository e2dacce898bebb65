/** IF, CASE, TYPECASE (definition 2.3.8, 2.3.17, 2.3.18). */
import type * as ast from '../../generated/ast.ts';
import { NULL } from '../../types/builtins.ts';
import type { Type, VariableEntity } from '../../types/model.ts';
import { bounds, isOrdinal } from '../../types/ordinals.ts';
import { ordinalText, typeText } from '../../types/print.ts';
import { isReference, isSubtype } from '../../types/relations.ts';
import type { BodyContext, CheckContext, Scope } from '../context.ts';
import { checkAssignable } from '../expressions/assignability.ts';
import { hasTypecode } from '../expressions/builtins/references.ts';
import { innerScope } from '../messages.ts';
import { intValue, isError } from '../nodes.ts';
import type { Expr, Stmt } from '../tree.ts';
import { checkCondition } from './assignment.ts';
import { bindVariable } from './variables.ts';

type StmtOf<K extends Stmt['kind']> = Extract<Stmt, { kind: K }>;

export function ifStatement(ctx: CheckContext, node: ast.IfStatement, scope: Scope, body: BodyContext): Stmt {
  const arms = node.clauses.map((clause) => ({
    condition: checkCondition(ctx, clause.condition, scope, 'IF'),
    body: ctx.statements(clause.statements, scope, body),
  }));
  return { kind: 'if', span: ctx.span(node), arms, ...otherwise(ctx, node, scope, body) };
}

function otherwise(
  ctx: CheckContext,
  node: { readonly elseClause?: ast.ElseClause },
  scope: Scope,
  body: BodyContext,
): { otherwise?: Stmt[] } {
  return node.elseClause ? { otherwise: ctx.statements(node.elseClause.statements, scope, body) } : {};
}

// ---------------------------------------------------------------- CASE

interface Range {
  readonly lo: bigint;
  readonly hi: bigint;
}

export function caseStatement(ctx: CheckContext, node: ast.CaseStatement, scope: Scope, body: BodyContext): Stmt {
  let selector = ctx.expr(node.selector, scope);
  if (!isError(selector) && !isOrdinal(selector.type)) {
    ctx.report(
      'M3710',
      node.selector,
      `CASE selects by an ordinal, and this is of type ${typeText(selector.type, ctx.unit)}`,
    );
    selector = { ...selector, type: { kind: 'error' } } as Expr;
  }
  const taken: LabelledRange[] = [];
  const arms = node.cases.map((arm) => ({
    ranges: arm.labels.flatMap((label) => labelRange(ctx, label, scope, selector, taken)),
    body: ctx.statements(arm.statements, scope, body),
  }));
  reportOverlaps(ctx, taken, selector.type);
  const rest = otherwise(ctx, node, scope, body);
  if (rest.otherwise === undefined) warnMissing(ctx, node, taken, selector);
  return { kind: 'case', span: ctx.span(node), selector, arms, ...rest };
}

interface LabelledRange extends Range {
  readonly label: ast.CaseLabel;
}

function labelRange(
  ctx: CheckContext,
  label: ast.CaseLabel,
  scope: Scope,
  selector: Expr,
  taken: LabelledRange[],
): Range[] {
  const low = caseLabel(ctx, label.low, scope, selector);
  const high = label.high ? caseLabel(ctx, label.high, scope, selector) : low;
  if (low === undefined || high === undefined) return [];
  if (low > high) {
    ctx.report('W4104', label, 'this range of labels is empty', { severity: 'warning' });
    return [];
  }
  taken.push({ lo: low, hi: high, label });
  return [{ lo: low, hi: high }];
}

function caseLabel(ctx: CheckContext, node: ast.Expr, scope: Scope, selector: Expr): bigint | undefined {
  const label = ctx.constant(node, scope, selector.type);
  if (isError(label) || isError(selector)) return undefined;
  const fits = checkAssignable(ctx, label, selector.type, {
    what: 'the selector of this CASE',
    constant: true,
    code: 'M3711',
  });
  return fits ? intValue(label) : undefined;
}

/** Labels must be disjoint; sorted by their first value only neighbours can overlap. */
function reportOverlaps(ctx: CheckContext, ranges: readonly LabelledRange[], type: Type): void {
  const sorted = [...ranges].sort((a, b) => (a.lo < b.lo ? -1 : a.lo > b.lo ? 1 : 0));
  let widest = sorted[0];
  for (const range of sorted.slice(1)) {
    if (widest !== undefined && range.lo <= widest.hi) {
      const [first, second] = ranges.indexOf(widest) < ranges.indexOf(range) ? [widest, range] : [range, widest];
      ctx.report('M3712', second.label, `the label ${ordinalText(range.lo, type)} is already in this CASE`, {
        related: [{ span: ctx.span(first.label), message: 'it is here, too' }],
      });
    }
    if (widest === undefined || range.hi > widest.hi) widest = range;
  }
}

/** An enumeration whose elements are not all handled: at run time the missing one would fault. */
function warnMissing(ctx: CheckContext, node: ast.CaseStatement, ranges: readonly Range[], selector: Expr): void {
  const all = bounds(selector.type);
  if (isError(selector) || all === undefined || all.hi - all.lo >= 100n) return;
  const missing: string[] = [];
  for (let at = all.lo; at <= all.hi; at++) {
    if (!ranges.some((r) => r.lo <= at && at <= r.hi)) missing.push(ordinalText(at, selector.type));
  }
  if (missing.length === 0) return;
  const shown = missing.slice(0, 4).join(', ') + (missing.length > 4 ? ` and ${missing.length - 4} more` : '');
  ctx.report('W4105', node.selector, `this CASE has no ELSE and does not handle ${shown}`, { severity: 'warning' });
}

// ---------------------------------------------------------------- TYPECASE

export function typecaseStatement(
  ctx: CheckContext,
  node: ast.TypecaseStatement,
  scope: Scope,
  body: BodyContext,
): Stmt {
  const selector = ctx.expr(node.selector, scope);
  const known = !isError(selector) && isReference(selector.type) && hasTypecode(ctx, selector.type);
  if (!known && !isError(selector)) {
    ctx.report(
      'M3713',
      node.selector,
      `TYPECASE selects by the type of an object or a traced reference, and this is of type ${typeText(selector.type, ctx.unit)}`,
    );
  }
  const earlier: Type[] = [];
  const arms = node.arms.flatMap((arm) => {
    const types = arm.types.map((type) => armType(ctx, type, scope, known ? selector : undefined, earlier));
    return armStatements(ctx, arm, types, scope, body);
  });
  return { kind: 'typecase', span: ctx.span(node), selector, arms, ...otherwise(ctx, node, scope, body) };
}

function armType(ctx: CheckContext, node: ast.Type, scope: Scope, selector: Expr | undefined, earlier: Type[]): Type {
  const type = ctx.resolveType(node, scope);
  if (type.kind === 'error' || selector === undefined) return type;
  if (!isSubtype(type, selector.type, ctx.reveal)) {
    ctx.report(
      'M3714',
      node,
      `${typeText(type, ctx.unit)} is not a subtype of ${typeText(selector.type, ctx.unit)}, the type of the selector`,
    );
    return type;
  }
  const hiding = earlier.find((other) => isSubtype(type, other, ctx.reveal));
  if (hiding !== undefined && type !== NULL) {
    ctx.report(
      'W4106',
      node,
      `this is never reached: ${typeText(hiding, ctx.unit)} above contains ${typeText(type, ctx.unit)}`,
      { severity: 'warning', tags: ['unnecessary'] },
    );
  }
  earlier.push(type);
  return type;
}

/** `T1, T2 (v) => S` stands for `T1 (v) => S | T2 (v) => S`: the variable has each type in turn. */
function armStatements(
  ctx: CheckContext,
  arm: ast.TypecaseArm,
  types: readonly Type[],
  scope: Scope,
  body: BodyContext,
): StmtOf<'typecase'>['arms'] {
  const name = arm.variable;
  if (name === undefined) return [{ types, body: ctx.statements(arm.statements, scope, body) }];
  return types.map((type) => {
    const variable: VariableEntity = bindVariable(ctx, name, scope, body, { role: 'typecase', type, writable: true });
    return { types: [type], variable, body: ctx.statements(arm.statements, innerScope(scope, [variable]), body) };
  });
}
