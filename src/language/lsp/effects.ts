/**
 * Could a procedure be EPHEMERAL or FUNCTIONAL, and if not, why not: what its body does that the promise forbids, followed through the procedures
 * that it calls.
 */
import type { Span } from '../../diagnostics/diagnostic.ts';
import type { CheckContext } from '../typed/context.ts';
import { checkPromises } from '../typed/effects/promises.ts';
import type { ProcedureEntity, ProcedureType } from '../types/model.ts';
import { bodiesOf, type World } from './names/related.ts';

export type Effect = 'EPHEMERAL' | 'FUNCTIONAL';

/** A step of an explanation: the procedure, the place in its body, and what is wrong there. */
export interface Obstacle {
  readonly procedure: ProcedureEntity;
  readonly span: Span;
  readonly message: string;
  /** The procedure called there that does not keep the promise. */
  readonly calls?: string;
}

export type Verdict =
  /** Together with these, which it calls and which are not declared so either. */
  | { readonly possible: true; readonly also: readonly ProcedureEntity[] }
  /** From the procedure to the place at the end of the calls. */
  | { readonly possible: false; readonly path: readonly Obstacle[] };

export function isDeclared(type: ProcedureType, effect: Effect): boolean {
  return type.functional || (effect === 'EPHEMERAL' && type.ephemeral);
}

/** `procedure` is a body. Procedures that call each other are judged together. */
export function couldBe(world: World, procedure: ProcedureEntity, effect: Effect): Verdict {
  const assumed = new Set<ProcedureEntity>();
  const path = firstObstacle(world, procedure, effect, assumed);
  if (path) return { possible: false, path };
  assumed.delete(procedure);
  return { possible: true, also: [...assumed] };
}

function firstObstacle(
  world: World,
  procedure: ProcedureEntity,
  effect: Effect,
  assumed: Set<ProcedureEntity>,
): Obstacle[] | undefined {
  assumed.add(procedure);
  for (const { code, span, message, callee } of violations(world, procedure, effect)) {
    const here: Obstacle = { procedure, span, message, ...(callee ? { calls: callee.name } : {}) };
    if (code !== 'M3801' || !callee) return [here];
    const body = bodyFor(world, callee);
    if (!body || world.analysis.isLibrary(body.span.file)) return [here];
    if (assumed.has(body)) continue;
    const deeper = firstObstacle(world, body, effect, assumed);
    if (deeper) return [here, ...deeper];
  }
  return undefined;
}

interface Violation {
  readonly code: string;
  readonly span: Span;
  readonly message: string;
  readonly callee?: ProcedureEntity;
}

/** What the checker would report if the procedure were declared so. */
function violations(world: World, procedure: ProcedureEntity, effect: Effect): Violation[] {
  const { unit } = procedure;
  if (!procedure.definition || !unit) return [];
  const found: Violation[] = [];
  const report: CheckContext['report'] = (code, at, message, more) => {
    if ('$type' in at) return;
    // Other reports relate to the procedure that makes the promise.
    const declared = code === 'M3801' ? more?.related?.[0]?.span : undefined;
    const callee = declared && declaredAt(world, declared);
    found.push({ code, span: at, message, ...(callee ? { callee } : {}) });
  };
  const type = { ...procedure.type, ephemeral: true, functional: effect === 'FUNCTIONAL' };
  // Promises are checked on the typed tree: of the context only the reports and the unit are used.
  checkPromises({ unit, report } as CheckContext, { ...procedure, type });
  return found;
}

function declaredAt(world: World, span: Span): ProcedureEntity | undefined {
  return world.analysis.checked(span.file)?.procedures.find((p) => p.span.start === span.start);
}

function bodyFor(world: World, procedure: ProcedureEntity): ProcedureEntity | undefined {
  if (procedure.form === 'body') return procedure;
  if (procedure.external) return undefined;
  return bodiesOf(world, procedure)[0];
}

/** What a body could promise, alone, beyond what it does; the most it could. */
export function couldPromise(world: World, procedure: ProcedureEntity): Effect | undefined {
  if (!procedure.definition || procedure.type.functional) return undefined;
  for (const effect of ['FUNCTIONAL', 'EPHEMERAL'] as const) {
    if (effect === 'FUNCTIONAL' && !procedure.type.result) continue;
    if (isDeclared(procedure.type, effect)) return undefined;
    const verdict = couldBe(world, procedure, effect);
    if (verdict.possible && verdict.also.length === 0) return effect;
  }
  return undefined;
}
