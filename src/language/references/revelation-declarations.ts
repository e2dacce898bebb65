/**
 * REVEAL declarations: facts about opaque types, and the rules they must obey (2.4.7).
 */
import type { Related } from '../../diagnostics/diagnostic.ts';
import type * as ast from '../generated/ast.ts';
import type { Scope } from '../typed/context.ts';
import { ERROR, isErrorEntity } from '../types/builtins.ts';
import type { OpaqueType, RevelationFact } from '../types/model.ts';
import { typeText } from '../types/print.ts';
import { describeEntity, resolveQualified, resolveType } from '../types/resolve.ts';
import { leadsTo, type RevelationProblem, revelationProblem } from '../types/revelations.ts';
import type { UnitContext } from './unit-context.ts';

export function declareRevelation(
  ctx: UnitContext,
  node: ast.Revelation,
  scope: Scope,
  level: 'interface' | 'module' | 'block',
): void {
  if (level === 'block') {
    ctx.report('M3121', node, 'a revelation must stand at the top level of an interface or module');
    return;
  }
  ctx.pendingFacts.push(() => revelationFact(ctx, node, scope));
}

/** The fact, once the opaque type can be looked up; undefined, after a report, when there is none. */
function revelationFact(ctx: UnitContext, node: ast.Revelation, scope: Scope): RevelationFact | undefined {
  const name = node.names.join('.');
  const entity = resolveQualified(ctx, node, node.names, scope);
  if (!entity || isErrorEntity(entity)) return undefined;
  const opaque = entity.kind === 'type' ? entity.type : undefined;
  if (opaque?.kind === 'error') return undefined;
  if (opaque?.kind !== 'opaque') {
    const what = entity.kind === 'type' ? 'is not an opaque type' : `is ${describeEntity(entity)}, not an opaque type`;
    ctx.report('M3201', ctx.spanAt(node, 'names', node.names.length - 1), `${name} ${what}`, {
      related: entity.span.file === '' ? [] : [{ span: entity.span, message: `${name} is declared here` }],
    });
    return undefined;
  }
  // REVEAL T <: T is legal and says nothing (2.4.8).
  if (node.partial && node.type?.$type === 'NamedType') {
    if (resolveQualified(ctx, node.type, node.type.names, scope) === entity) return undefined;
  }
  const type = ctx.queue.defer(
    () => resolveType(ctx, node.type, scope, node.partial ? undefined : opaque),
    () => {
      ctx.report('M3102', node, `${name} is revealed to be made of itself`);
      return ERROR;
    },
  );
  const fact: RevelationFact = {
    opaque,
    full: !node.partial,
    unit: ctx.unit,
    span: ctx.span(node),
    get type() {
      return type();
    },
  };
  ctx.later(() => {
    const problem = revelationProblem(fact, ctx.knowledge);
    if (problem) reportProblem(ctx, node, opaque, problem);
  });
  return fact;
}

function reportProblem(ctx: UnitContext, node: ast.Revelation, opaque: OpaqueType, problem: RevelationProblem): void {
  const name = node.names.join('.');
  const at = node.type ?? node;
  const declared: Related = { span: opaque.entity.span, message: `${opaque.entity.name} is declared here` };
  switch (problem.kind) {
    case 'twice':
      ctx.report('M3202', node, `${name} is already revealed in full`, {
        related: [{ span: problem.other.span, message: 'the other revelation is here' }],
      });
      return;
    case 'unbranded':
      ctx.report('M3203', at, `the revelation of ${name} must be a branded REF or object type`, {
        hint: 'Write BRANDED before REF or OBJECT.',
      });
      return;
    case 'circular':
      if (!ctx.facts.some((f) => f.span.start < ctx.span(node).start && isInCircle(ctx, f, opaque)))
        ctx.report('M3102', at, `${name} is revealed to be a subtype of itself`);
      return;
    case 'notSubtype':
      ctx.report('M3204', at, `what ${name} is revealed to be is not a subtype of ${typeText(problem.of, ctx.unit)}`, {
        related: [problem.other ? { span: problem.other.span, message: 'that is revealed here' } : declared],
      });
      return;
    case 'unordered':
      ctx.report(
        'M3205',
        at,
        `${name} is already known to be a subtype of ${typeText(problem.with, ctx.unit)}, and neither of the two types is a subtype of the other`,
        {
          related: [problem.other ? { span: problem.other.span, message: 'that is revealed here' } : declared],
        },
      );
      return;
    case 'notReference':
      ctx.report('M3117', at, `an opaque type can only be revealed as a subtype of a reference type`);
      return;
  }
}

/** Whether a revelation is part of the circle that an opaque type is in, and so has been reported. */
function isInCircle(ctx: UnitContext, fact: RevelationFact, opaque: OpaqueType): boolean {
  if (fact.opaque === opaque || fact.type.kind !== 'object') return false;
  return leadsTo(fact.type.super, opaque, ctx.knowledge.reveal) && leadsTo(opaque, fact.opaque, ctx.knowledge.reveal);
}

/** Looks the revealed names up, when all names are declared; done once. */
export function collectFacts(ctx: UnitContext): void {
  for (const fact of ctx.pendingFacts.splice(0)) {
    const found = fact();
    if (found) ctx.facts.push(found);
  }
}
