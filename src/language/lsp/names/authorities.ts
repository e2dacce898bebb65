/**
 * Who is asked before a handler is installed on an event: the authorizers that the program gives Dispatcher for it or for an interface of its (`lib/core/Auth.i3`),
 * as far as the authorizer's type tells.
 */
import type { CancellationToken } from 'vscode-languageserver';
import type { Span } from '../../../diagnostics/diagnostic.ts';
import type { Expr } from '../../typed/tree.ts';
import type { CheckedUnit, ProcedureEntity, Type } from '../../types/model.ts';
import { nameOf } from '../../types/print.ts';
import { keyOf } from './names.ts';
import { relatedProcedures, type World } from './related.ts';
import { eachFile } from './search.ts';
import { eachNode } from './walk.ts';

export interface Authority {
  /** Who decides: nobody lets anybody in, `anybody` everybody. */
  readonly who: 'nobody' | 'anybody' | string;
  /** The call that gives it. */
  readonly span: Span;
}

const INSTALLER = /\bInstallAuthorizerFor(Event|Interface)\b/;

/** None: anybody may. */
export async function authoritiesOf(
  world: World,
  event: ProcedureEntity,
  token?: CancellationToken,
): Promise<Authority[]> {
  const all = relatedProcedures(world, event);
  const events = new Set(all.map(keyOf));
  const interfaces = new Set(all.flatMap((p) => (p.form === 'heading' && p.unit ? [keyOf(p.unit)] : [])));
  const found: Authority[] = [];
  await eachFile(
    world.workspace.paths.filter((path) => INSTALLER.test(world.workspace.text(path) ?? '')),
    (path) => {
      for (const unit of world.analysis.units(path)) found.push(...given(unit, events, interfaces));
    },
    token ? { token } : {},
  );
  return found;
}

function given(unit: CheckedUnit, events: ReadonlySet<string>, interfaces: ReadonlySet<string>): Authority[] {
  const found: Authority[] = [];
  eachNode(unit, {
    expr(expr) {
      if (expr.kind !== 'call' || expr.callee.kind !== 'procedure') return;
      const { procedure } = expr.callee;
      if (procedure.unit?.name !== 'Dispatcher' || !INSTALLER.test(procedure.name)) return;
      const argument = (name: string): Expr | undefined =>
        expr.args[expr.signature.params.findIndex((p) => p.name === name)];
      const [auth, event, of] = [argument('auth'), argument('event'), argument('interface')];
      const isOurs =
        (event?.kind === 'procedure' && events.has(keyOf(event.procedure))) ||
        (event?.kind === 'const' && event.value.kind === 'proc' && events.has(keyOf(event.value.proc))) ||
        (of?.kind === 'interfaceUnit' && interfaces.has(keyOf(of.unit)));
      // NIL takes the one away that was there.
      if (isOurs && auth && auth.kind !== 'const') found.push({ who: who(auth.type), span: expr.span });
    },
  });
  return found;
}

/** All of them are asked, and each must agree. */
export function whoMayInstall(authorities: readonly Authority[]): string {
  const all = new Set(authorities.map((a) => a.who));
  if (all.has('nobody')) return 'nobody may install handlers';
  all.delete('anybody');
  if (all.size === 0) return 'anybody may install handlers';
  return `${[...all].join(' and ')} ${all.size === 1 ? 'decides' : 'decide'} who may install handlers`;
}

function who(type: Type): string {
  const entity = nameOf(type);
  if (entity?.unit?.name === 'Auth') {
    if (entity.name === 'AuthNever') return 'nobody';
    if (entity.name === 'AuthAlways') return 'anybody';
    if (entity.name === 'AuthAuthKey' || entity.name === 'AuthKeyPublic') return 'a key';
  }
  return entity?.name ?? 'an authorizer';
}
