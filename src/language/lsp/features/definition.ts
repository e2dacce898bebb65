/**
 * Moving to what a name stands for.
 *
 * Definition goes from a use to the declaration that users of the thing read (2.5: the interface), and from a declaration to its other half: heading and
 * body, opaque type and revelation, method and default, interface and module. Declaration always goes to the former, implementation to the latter.
 */
import type { CancellationToken, Location } from 'vscode-languageserver';
import type { Method, Type, TypeEntity, Used } from '../../types/model.ts';
import { nameOf } from '../../types/print.ts';
import { handlersOf } from '../names/installations.ts';
import { keyOf, type Name } from '../names/names.ts';
import { bodiesOf, related, relatedProcedures } from '../names/related.ts';
import { eachMention } from '../names/search.ts';
import { namedTypes, overridesIn } from '../names/types.ts';
import type { Feature, Session } from '../session.ts';

export const definition: Feature = {
  capabilities: {
    definitionProvider: true,
    declarationProvider: true,
    implementationProvider: true,
    typeDefinitionProvider: true,
  },
  register(session) {
    const { connection } = session;
    connection.onDefinition(async ({ textDocument, position }, token) => {
      const at = session.at(textDocument.uri, position);
      if (!at) return null;
      const other = at.name.role === 'declaration' ? await otherHalf(session, at.name, token) : [];
      return other.length > 1 ? other : (other[0] ?? session.location(at.name.used.span));
    });
    connection.onDeclaration(({ textDocument, position }) => {
      const at = session.at(textDocument.uri, position);
      return at ? session.location(declarationOf(session, at.name.used).span) : null;
    });
    connection.onImplementation(async ({ textDocument, position }, token) => {
      const at = session.at(textDocument.uri, position);
      return at ? implementations(session, at.name.used, token) : null;
    });
    connection.onTypeDefinition(({ textDocument, position }) => {
      const at = session.at(textDocument.uri, position);
      const entity = at && typeNameOf(at.name);
      return entity ? session.location(entity.span) : null;
    });
  },
};

/** The heading of a body, the interface of a module; else itself. */
function declarationOf(session: Session, used: Used): Used {
  if (!('kind' in used)) return used;
  if (used.kind === 'procedure') return used.implements[0] ?? used;
  if (used.kind === 'unit' && used.unitKind === 'module') return related(session, used)[1] ?? used;
  return used;
}

async function otherHalf(session: Session, { used }: Name, token: CancellationToken): Promise<Location[]> {
  if (!('kind' in used)) return 'signature' in used ? defaultOf(session, used) : [];
  switch (used.kind) {
    case 'procedure':
      return locations(session, used.form === 'heading' ? bodiesOf(session, used) : used.implements);
    case 'unit':
      return locations(session, related(session, used).slice(1));
    case 'type':
      return used.type.kind === 'opaque' ? revelations(session, used, token) : [];
    default:
      return [];
  }
}

function defaultOf(session: Session, method: Method): Location[] {
  return method.default ? locations(session, [method.default]) : [];
}

/** Bodies and installed handlers; defaults and overrides; revelations; modules. Things that are their own implementation give themselves. */
async function implementations(session: Session, used: Used, token: CancellationToken): Promise<Location[]> {
  let found: Location[] = [];
  if ('signature' in used) found = await overrides(session, used, token);
  else if ('kind' in used && used.kind === 'procedure') {
    const bodies = relatedProcedures(session, used).filter((p) => p.form === 'body');
    const handlers = await handlersOf(session, used, token);
    found = locations(session, [...bodies, ...handlers.map((h) => h.handler)]);
  } else if ('kind' in used && used.kind === 'type' && used.type.kind === 'opaque')
    found = await revelations(session, used, token);
  else if ('kind' in used && used.kind === 'unit' && used.unitKind === 'interface')
    found = locations(session, [
      ...related(session, used).slice(1),
      ...session.workspace
        .exporters(used.name, used.span.file)
        .flatMap((path) => session.analysis.checked(path)?.entity ?? []),
    ]);
  return found.length > 0 ? found : locations(session, [used]);
}

/** The procedures that a call of the method can reach. */
async function overrides(session: Session, method: Method, token: CancellationToken): Promise<Location[]> {
  const found: Used[] = [];
  await eachMention(session, [method], { token }, (unit) => {
    found.push(...overridesIn(unit, method).map((o) => o.proc));
  });
  return locations(session, found);
}

async function revelations(session: Session, entity: TypeEntity, token: CancellationToken): Promise<Location[]> {
  const found: Location[] = [];
  await eachMention(session, [entity], { token }, (unit) => {
    for (const named of namedTypes(unit))
      if (named.span !== named.entity.span && keyOf(named.entity) === keyOf(entity))
        found.push(session.location(named.span)!);
  });
  return found;
}

/** Each place once. */
function locations(session: Session, used: readonly Used[]): Location[] {
  const spans = new Map(used.map((u) => [keyOf(u), u.span]));
  return [...spans.values()].flatMap((span) => session.location(span) ?? []);
}

/** The name of a thing's type; of what an anonymous REF or array is made of, if that has none. */
function typeNameOf({ used, type }: Name): TypeEntity | undefined {
  if ('signature' in used) return used.signature.result && nearestName(used.signature.result);
  if ('kind' in used) {
    if (used.kind === 'type') return used;
    if (used.kind === 'procedure') return used.type.result && nearestName(used.type.result);
    if (used.kind === 'exception') return used.argument && nearestName(used.argument);
    if (used.kind === 'unit' || used.kind === 'builtin') return undefined;
    return nearestName(used.kind === 'variable' ? (type ?? used.type) : used.type);
  }
  return nearestName(used.type);
}

function nearestName(type: Type): TypeEntity | undefined {
  const entity = nameOf(type);
  if (entity) return entity;
  switch (type.kind) {
    case 'ref':
      return nearestName(type.target);
    case 'array':
    case 'openarray':
    case 'set':
      return nearestName(type.element);
    case 'packed':
    case 'subrange':
      return nearestName(type.base);
    default:
      return undefined;
  }
}
