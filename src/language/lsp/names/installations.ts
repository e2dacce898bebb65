/**
 * Handlers that a program installs on events: calls of Dispatcher's procedures with constant procedures as event and handler. What is computed at run
 * time cannot be seen here.
 */
import type { CancellationToken } from 'vscode-languageserver';
import type { Span } from '../../../diagnostics/diagnostic.ts';
import type { Expr } from '../../typed/tree.ts';
import type { CheckedUnit, ProcedureEntity } from '../../types/model.ts';
import { keyOf } from './names.ts';
import { relatedProcedures, type World } from './related.ts';
import { eachFile, reach, wordTest } from './search.ts';
import { eachNode } from './walk.ts';

export interface Installation {
  readonly event: ProcedureEntity;
  readonly handler: ProcedureEntity;
  readonly guard?: ProcedureEntity;
  /** The argument that names the handler. */
  readonly handlerSpan: Span;
  /** The argument that names the event. */
  readonly eventSpan: Span;
  /** The procedure that installs it; absent in a module's own body. */
  readonly by?: ProcedureEntity;
}

const DISPATCHER = 'Dispatcher';
const INSTALLERS = ['InstallHandler', 'Create', 'InstallDefaultHandler', 'InstallResultHandler'];
const INSTALLER = wordTest(INSTALLERS);

const known = new WeakMap<CheckedUnit, readonly Installation[]>();

export function installationsOf(unit: CheckedUnit): readonly Installation[] {
  let found = known.get(unit);
  if (!found) {
    found = INSTALLER.test(unit.source) ? collect(unit) : [];
    known.set(unit, found);
  }
  return found;
}

function collect(unit: CheckedUnit): Installation[] {
  const found: Installation[] = [];
  eachNode(unit, {
    expr(expr, by) {
      if (expr.kind !== 'call' || expr.callee.kind !== 'procedure') return;
      const { procedure } = expr.callee;
      if (procedure.unit?.name !== DISPATCHER || !INSTALLERS.includes(procedure.name)) return;
      const argument = (name: string): Expr | undefined =>
        expr.args[expr.signature.params.findIndex((p) => p.name === name)];
      const event = argument('event');
      const handler = argument('handler');
      const [e, h, guard] = [event, handler, argument('guard')].map(procedureIn);
      if (!e || !h) return;
      found.push({
        event: e,
        handler: h,
        ...(guard ? { guard } : {}),
        handlerSpan: handler!.span,
        eventSpan: event!.span,
        ...(by ? { by } : {}),
      });
    },
  });
  return found;
}

function procedureIn(expr: Expr | undefined): ProcedureEntity | undefined {
  if (expr?.kind === 'procedure') return expr.procedure;
  return expr?.kind === 'const' && expr.value.kind === 'proc' ? expr.value.proc : undefined;
}

/** Where handlers are installed on an event. */
export function handlersOf(world: World, event: ProcedureEntity, token?: CancellationToken): Promise<Installation[]> {
  return find(world, event, (i) => i.event, token);
}

/** Where a procedure is installed as a handler. */
export function eventsOf(world: World, handler: ProcedureEntity, token?: CancellationToken): Promise<Installation[]> {
  return find(world, handler, (i) => i.handler, token);
}

async function find(
  world: World,
  procedure: ProcedureEntity,
  part: (i: Installation) => ProcedureEntity,
  token: CancellationToken | undefined,
): Promise<Installation[]> {
  if (procedure.parent || procedure.span.file === '') return [];
  const all = relatedProcedures(world, procedure);
  const keys = new Set(all.map(keyOf));
  const mentions = wordTest([procedure.name]);
  const paths = new Set(all.flatMap((p) => [...reach(world, p)]));
  const text = (path: string): string => world.workspace.text(path) ?? '';
  const likely = [...paths].filter(
    (path) => text(path).includes(DISPATCHER) && INSTALLER.test(text(path)) && mentions.test(text(path)),
  );
  const found: Installation[] = [];
  await eachFile(
    likely,
    (path) => {
      for (const unit of world.analysis.units(path))
        for (const installation of installationsOf(unit))
          if (keys.has(keyOf(part(installation)))) found.push(installation);
    },
    token ? { token } : {},
  );
  return found;
}
