/**
 * Handlers that a program installs on events: calls of Dispatcher's procedures with constant procedures as event and handler, and calls of procedures that
 * hand what they are given on to those. What is computed at run time cannot be seen here.
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
  /** The procedure that installs it; absent in a module's own body. */
  readonly by?: ProcedureEntity;
}

/** What a procedure installs: procedures it names, or what it is given as its n-th argument. */
type Part = ProcedureEntity | number | undefined;

/** A procedure that hands one of its parameters on to Dispatcher as an event or a handler. */
interface Wrapper {
  readonly procedure: ProcedureEntity;
  readonly event: Part;
  readonly handler: Part;
  readonly guard: Part;
}

interface Found {
  readonly installations: readonly Installation[];
  readonly wrappers: readonly Wrapper[];
}

const DISPATCHER = 'Dispatcher';
const INSTALLERS = ['InstallHandler', 'Create', 'InstallDefaultHandler', 'InstallResultHandler'];
const INSTALLER = wordTest(INSTALLERS);
const NOTHING: Found = { installations: [], wrappers: [] };

const known = new WeakMap<CheckedUnit, Found>();

/** Those by calls of Dispatcher itself. */
export const installationsOf = (unit: CheckedUnit): readonly Installation[] => direct(unit).installations;

function direct(unit: CheckedUnit): Found {
  let found = known.get(unit);
  if (!found) {
    found = INSTALLER.test(unit.source) ? collect(unit, dispatcherCall) : NOTHING;
    known.set(unit, found);
  }
  return found;
}

type Callee = (procedure: ProcedureEntity) => Wrapper | undefined;

/** Dispatcher's own procedures, as if they handed on what they are given. */
function dispatcherCall(procedure: ProcedureEntity): Wrapper | undefined {
  if (procedure.unit?.name !== DISPATCHER || !INSTALLERS.includes(procedure.name)) return undefined;
  const at = (name: string): Part => {
    const index = procedure.type.params.findIndex((p) => p.name === name);
    return index < 0 ? undefined : index;
  };
  return { procedure, event: at('event'), handler: at('handler'), guard: at('guard') };
}

/** What a unit installs by calls of some procedures, and which of its own hand on what they are given to them. */
function collect(unit: CheckedUnit, callees: Callee): Found {
  const installations: Installation[] = [];
  const wrappers: Wrapper[] = [];
  eachNode(unit, {
    expr(expr, by) {
      if (expr.kind !== 'call' || expr.callee.kind !== 'procedure') return;
      const callee = callees(expr.callee.procedure);
      if (!callee) return;
      const given = (part: Part): Part => (typeof part === 'number' ? partOf(expr.args[part], by) : part);
      const [event, handler, guard] = [given(callee.event), given(callee.handler), given(callee.guard)];
      if (event === undefined || handler === undefined) return;
      if (typeof event !== 'number' && typeof handler !== 'number')
        installations.push({
          event,
          handler,
          ...(guard !== undefined && typeof guard !== 'number' ? { guard } : {}),
          handlerSpan: typeof callee.handler === 'number' ? expr.args[callee.handler]!.span : expr.span,
          ...(by ? { by } : {}),
        });
      // Dispatcher's own procedures call each other.
      else if (by && !by.parent && !dispatcherCall(by)) wrappers.push({ procedure: by, event, handler, guard });
    },
  });
  return { installations, wrappers };
}

/** A procedure that is named, or a parameter of the procedure around. */
function partOf(expr: Expr | undefined, by: ProcedureEntity | undefined): Part {
  if (expr?.kind === 'procedure') return expr.procedure;
  if (expr?.kind === 'const') return expr.value.kind === 'proc' ? expr.value.proc : undefined;
  if (expr?.kind !== 'variable' || expr.variable.role !== 'param' || expr.variable.owner !== by) return undefined;
  const { name } = expr.variable;
  const index = by?.type.params.findIndex((p) => p.name === name) ?? -1;
  return index < 0 ? undefined : index;
}

/** Where handlers are installed on an event. */
export async function handlersOf(
  world: World,
  event: ProcedureEntity,
  token?: CancellationToken,
): Promise<Installation[]> {
  return find(world, event, (i) => i.event, token);
}

/** Where a procedure is installed as a handler. */
export async function eventsOf(
  world: World,
  handler: ProcedureEntity,
  token?: CancellationToken,
): Promise<Installation[]> {
  return find(world, handler, (i) => i.handler, token);
}

async function find(
  world: World,
  procedure: ProcedureEntity,
  part: (i: Installation) => ProcedureEntity,
  token: CancellationToken | undefined,
): Promise<Installation[]> {
  if (procedure.parent || procedure.span.file === '') return [];
  const keys = new Set(relatedProcedures(world, procedure).map(keyOf));
  const found: Installation[] = [];
  const pending: Wrapper[] = [];
  const take = ({ installations, wrappers }: Found): void => {
    found.push(...installations.filter((i) => keys.has(keyOf(part(i)))));
    pending.push(...wrappers);
  };
  const search = (paths: Iterable<string>, of: (unit: CheckedUnit) => Found): Promise<boolean> =>
    eachFile(
      [...paths],
      (path) => {
        for (const unit of world.analysis.units(path)) take(of(unit));
      },
      token ? { token } : {},
    );
  const text = (path: string): string => world.workspace.text(path) ?? '';
  const installing = (path: string): boolean => text(path).includes(DISPATCHER) && INSTALLER.test(text(path));
  await search(world.workspace.paths.filter(installing), direct);
  const seen = new Set<string>();
  for (let wrapper = pending.pop(); wrapper; wrapper = pending.pop()) {
    const called = relatedProcedures(world, wrapper.procedure);
    const names = new Set(called.map(keyOf));
    const identity = [keyOf(wrapper.procedure), ...[wrapper.event, wrapper.handler].map(partKey)].join(' ');
    if (seen.has(identity)) continue;
    seen.add(identity);
    const mentions = wordTest([wrapper.procedure.name]);
    const paths = new Set(called.flatMap((p) => [...reach(world, p)]).filter((path) => mentions.test(text(path))));
    const callees: Callee = (p) => (names.has(keyOf(p)) ? wrapper : undefined);
    await search(paths, (unit) => collect(unit, callees));
  }
  return found;
}

const partKey = (part: Part): string => (part === undefined || typeof part === 'number' ? `${part}` : keyOf(part));
