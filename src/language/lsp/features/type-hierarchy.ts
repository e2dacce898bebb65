/** Type hierarchy of object and opaque types, over the whole workspace, as declarations and revelations tell it (2.2.9, 2.4.6, 2.4.7). */
import { type CancellationToken, SymbolKind, type TypeHierarchyItem } from 'vscode-languageserver';
import type { TypeEntity, Used } from '../../types/model.ts';
import { typeText } from '../../types/print.ts';
import { keyOf } from '../names/names.ts';
import { eachMention } from '../names/search.ts';
import { namedTypes, superOf } from '../names/types.ts';
import type { Feature, Session } from '../session.ts';

/** Where the type's name is declared. */
interface ItemData {
  readonly path: string;
  readonly start: number;
}

export const typeHierarchy: Feature = {
  capabilities: { typeHierarchyProvider: true },
  register(session) {
    const { languages } = session.connection;
    languages.typeHierarchy.onPrepare(({ textDocument, position }) => {
      const name = session.at(textDocument.uri, position)?.name;
      const entity = name && hierarchical(name.used);
      return entity ? [item(session, entity)] : null;
    });
    languages.typeHierarchy.onSupertypes(({ item: { data } }, token) => {
      const entity = entityAt(session, data as ItemData);
      return entity ? supertypes(session, entity, token) : null;
    });
    languages.typeHierarchy.onSubtypes(({ item: { data } }, token) => {
      const entity = entityAt(session, data as ItemData);
      return entity ? subtypes(session, entity, token) : null;
    });
  },
};

function hierarchical(used: Used): TypeEntity | undefined {
  if (!('kind' in used) || used.kind !== 'type' || used.span.file === '') return undefined;
  return used.type.kind === 'object' || used.type.kind === 'opaque' ? used : undefined;
}

function entityAt(session: Session, { path, start }: ItemData): TypeEntity | undefined {
  const name = session.names.at(path, start);
  return name && hierarchical(name.used);
}

function item({ analysis, host }: Session, entity: TypeEntity): TypeHierarchyItem {
  const { span, name, unit, type } = entity;
  const map = analysis.map(span.file)!;
  const node = analysis.declarationAt(span.file, span.start)?.$cstNode;
  const data: ItemData = { path: span.file, start: span.start };
  const above = superOf(type);
  return {
    name: unit ? `${unit.name}.${name}` : name,
    kind: type.kind === 'opaque' ? SymbolKind.Interface : SymbolKind.Class,
    detail: type.kind === 'opaque' ? `opaque, <: ${typeText(type.bound)}` : above ? typeText(above.type) : 'OBJECT',
    uri: host.uriOf(span.file),
    range: map.range(node ? { start: node.offset, end: node.end } : span),
    selectionRange: map.range(span),
    data,
  };
}

/** What its declaration and its revelations name as its supertypes. */
async function supertypes(
  session: Session,
  entity: TypeEntity,
  token: CancellationToken,
): Promise<TypeHierarchyItem[]> {
  const found = new Map<string, TypeEntity>();
  const key = keyOf(entity);
  await eachMention(session, [entity], { token }, (unit) => {
    for (const named of namedTypes(unit)) {
      const above = keyOf(named.entity) === key ? superOf(named.type) : undefined;
      if (above && above.span.file !== '' && keyOf(above) !== key) found.set(keyOf(above), above);
    }
  });
  return [...found.values()].map((e) => item(session, e));
}

async function subtypes(session: Session, entity: TypeEntity, token: CancellationToken): Promise<TypeHierarchyItem[]> {
  const found = new Map<string, TypeEntity>();
  const key = keyOf(entity);
  await eachMention(session, [entity], { token }, (unit) => {
    for (const named of namedTypes(unit)) {
      const above = superOf(named.type);
      if (above && keyOf(above) === key && keyOf(named.entity) !== key) found.set(keyOf(named.entity), named.entity);
    }
  });
  return [...found.values()].map((e) => item(session, e));
}
