/** Flow of control: function procedures whose end can be reached without RETURN, and statements that cannot be reached. */
import type { ProcedureEntity } from '../../types/model.ts';
import type { CheckContext } from '../context.ts';
import { intValue } from '../nodes.ts';
import type { Stmt } from '../tree.ts';
import { bodiesOf } from '../walk.ts';

/** How a statement can be left: by going on behind it, or by EXIT from the loop around. */
interface Outcome {
  readonly next: boolean;
  readonly exit: boolean;
}

const NEXT: Outcome = { next: true, exit: false };
const NEVER: Outcome = { next: false, exit: false };

export function checkFlow(ctx: CheckContext, procedure: ProcedureEntity): void {
  const { definition } = procedure;
  if (definition === undefined) return;
  const { next } = flow(ctx, [definition.body]);
  if (next && procedure.type.result !== undefined) {
    ctx.report(
      'W4201',
      definition.endSpan,
      `${procedure.name} is a function procedure, and its end can be reached without a RETURN; that faults at run time`,
      {
        severity: 'warning',
      },
    );
  }
  for (const nested of definition.nested) checkFlow(ctx, nested);
}

export function checkBodyFlow(ctx: CheckContext, body: Stmt): void {
  flow(ctx, [body]);
}

function flow(ctx: CheckContext, stmts: readonly Stmt[]): Outcome {
  let exit = false;
  let next = true;
  for (const stmt of stmts) {
    if (!next) {
      const last = stmts.at(-1) ?? stmt;
      ctx.report('W4202', { ...stmt.span, end: last.span.end }, 'this is never reached', {
        severity: 'warning',
        tags: ['unnecessary'],
      });
      break;
    }
    const outcome = flowOf(ctx, stmt);
    next = outcome.next;
    exit ||= outcome.exit;
  }
  return { next, exit };
}

function flowOf(ctx: CheckContext, stmt: Stmt): Outcome {
  switch (stmt.kind) {
    case 'block':
    case 'with':
    case 'lock':
      return flow(ctx, stmt.body);
    case 'if': {
      const constant = stmt.arms.some((arm) => intValue(arm.condition) === 1n);
      return either([
        ...stmt.arms.map((arm) => flow(ctx, arm.body)),
        stmt.otherwise ? flow(ctx, stmt.otherwise) : constant ? NEVER : NEXT,
      ]);
    }
    case 'case':
    case 'typecase':
      // Without ELSE a value that no arm names faults.
      return either([
        ...stmt.arms.map((arm) => flow(ctx, arm.body)),
        stmt.otherwise ? flow(ctx, stmt.otherwise) : NEVER,
      ]);
    case 'while': {
      const { exit } = flow(ctx, stmt.body);
      return { next: exit || intValue(stmt.condition) !== 1n, exit: false };
    }
    case 'repeat': {
      const { next, exit } = flow(ctx, stmt.body);
      return { next: exit || (next && intValue(stmt.condition) !== 0n), exit: false };
    }
    case 'loop':
      return { next: flow(ctx, stmt.body).exit, exit: false };
    case 'for':
      flow(ctx, stmt.body);
      return NEXT;
    case 'exit':
      return { next: false, exit: true };
    case 'return':
    case 'raise':
      return NEVER;
    case 'assert':
      return intValue(stmt.condition) === 0n ? NEVER : NEXT;
    case 'tryExcept': {
      const body = flow(ctx, stmt.body);
      if (stmt.otherwise) warnOfCaught(ctx, stmt.body, true);
      return either([
        // An EXIT goes on with the ELSE.
        stmt.otherwise ? { next: body.next, exit: false } : body,
        ...stmt.handlers.map((h) => flow(ctx, h.body)),
        ...(stmt.otherwise ? [flow(ctx, stmt.otherwise)] : []),
      ]);
    }
    case 'tryFinally': {
      const body = flow(ctx, stmt.body);
      const final = flow(ctx, stmt.final);
      return { next: body.next && final.next, exit: (body.exit && final.next) || final.exit };
    }
    default:
      return NEXT;
  }
}

/** EXIT and RETURN inside a TRY with ELSE: they are exceptions (definition 2.3.10, 2.3.11), so it catches them, which is seldom meant. */
function warnOfCaught(ctx: CheckContext, stmts: readonly Stmt[], exits: boolean): void {
  for (const stmt of stmts) {
    if (stmt.kind === 'return' || (stmt.kind === 'exit' && exits)) {
      ctx.report('W4205', stmt.span, `the ELSE of the TRY catches this ${stmt.kind.toUpperCase()}`, {
        severity: 'warning',
      });
    }
    const caughtInside = stmt.kind === 'tryExcept' && stmt.otherwise !== undefined ? stmt.body : undefined;
    for (const inner of bodiesOf(stmt)) {
      if (inner !== caughtInside) warnOfCaught(ctx, inner, exits && !isLoop(stmt));
    }
  }
}

function isLoop({ kind }: Stmt): boolean {
  return kind === 'loop' || kind === 'while' || kind === 'repeat' || kind === 'for';
}

function either(outcomes: readonly Outcome[]): Outcome {
  return { next: outcomes.some((o) => o.next), exit: outcomes.some((o) => o.exit) };
}
