/**
 * Code lenses above exported procedures, which are events: how often they are mentioned, how many handlers the workspace installs on them and who may
 * install them, and whether they could promise more than they do. Counted when the lens comes into view.
 */
import type { CodeLens, Command, Location, Position } from 'vscode-languageserver';
import type { CheckedUnit, ProcedureEntity } from '../../types/model.ts';
import { couldPromise } from '../effects.ts';
import { authoritiesOf, whoMayInstall } from '../names/authorities.ts';
import { handlersOf, installationsOf } from '../names/installations.ts';
import { related } from '../names/related.ts';
import { findNames } from '../names/search.ts';
import type { Feature, Session } from '../session.ts';

interface LensData {
  readonly uri: string;
  readonly position: Position;
  readonly what: 'references' | 'handlers' | 'authority';
}

/** Understood by the extension for VS Code; arguments: URI, position, locations. */
const SHOW = 'spin.showReferences';

export const codeLens: Feature = {
  capabilities: { codeLensProvider: { resolveProvider: true } },
  register(session) {
    const { connection, host, analysis } = session;
    connection.onCodeLens(({ textDocument: { uri } }) => {
      const unit = analysis.checked(host.pathOf(uri));
      return unit && unit.entity.path === host.pathOf(uri) ? lenses(session, uri, unit) : [];
    });
    connection.onCodeLensResolve(async (lens, token) => {
      const { uri, position, what } = lens.data as LensData;
      const used = session.at(uri, position)?.name.used;
      if (!used || !('kind' in used) || used.kind !== 'procedure') return { ...lens, command: nothing('') };
      if (what === 'authority') return { ...lens, command: await authority(session, uri, position, used, token) };
      const locations =
        what === 'handlers' ? await handlers(session, used, token) : await mentions(session, used, token);
      const title = counted(locations.length, what);
      return {
        ...lens,
        command:
          locations.length > 0 ? { title, command: SHOW, arguments: [uri, position, locations] } : nothing(title),
      };
    });
  },
};

/** A lens without a command is shown as a text. */
const nothing = (title: string) => ({ title, command: '' });

const counted = (n: number, what: string): string => `${n === 0 ? 'no' : n} ${n === 1 ? what.slice(0, -1) : what}`;

function lenses(session: Session, uri: string, unit: CheckedUnit): CodeLens[] {
  const map = session.analysis.map(unit.entity.path)!;
  const found: CodeLens[] = [];
  for (const procedure of unit.procedures) {
    if (procedure.form !== 'heading' && procedure.implements.length === 0) continue;
    const range = map.range(procedure.span);
    for (const what of ['references', 'handlers'] as const) {
      const data: LensData = { uri, position: range.start, what };
      found.push({ range, data });
    }
    // What is said of an event is said where others see it.
    if (procedure.form === 'heading') {
      const data: LensData = { uri, position: range.start, what: 'authority' };
      found.push({ range, data });
    }
  }
  const installed = new Set(
    installationsOf(unit).flatMap(({ handler, guard }) => (guard ? [handler, guard] : [handler])),
  );
  for (const procedure of unit.procedures) {
    if (procedure.implements.length === 0 && !installed.has(procedure)) continue;
    const effect = couldPromise(session, procedure);
    if (effect) found.push({ range: map.range(procedure.span), command: nothing(`could be ${effect}`) });
  }
  return found;
}

type Token = Parameters<Parameters<Session['connection']['onCodeLensResolve']>[0]>[1];

async function mentions(session: Session, procedure: ProcedureEntity, token: Token): Promise<Location[]> {
  const found = await findNames(session, related(session, procedure), { token });
  return [...(found ?? [])].flatMap(([file, names]) =>
    names.flatMap((name) => (name.role === 'use' ? (session.location({ file, ...name }) ?? []) : [])),
  );
}

async function authority(
  session: Session,
  uri: string,
  position: Position,
  event: ProcedureEntity,
  token: Token,
): Promise<Command> {
  const found = await authoritiesOf(session, event, token);
  const title = whoMayInstall(found);
  const locations = found.flatMap(({ span }) => session.location(span) ?? []);
  return locations.length > 0 ? { title, command: SHOW, arguments: [uri, position, locations] } : nothing(title);
}

async function handlers(session: Session, event: ProcedureEntity, token: Token): Promise<Location[]> {
  const found = await handlersOf(session, event, token);
  return found.flatMap(({ handlerSpan }) => session.location(handlerSpan) ?? []);
}
