/** The outline of a unit, from its syntax tree alone, so that it is there while the text does not check. */
import type { AstNode } from 'langium';
import { type DocumentSymbol, SymbolKind, SymbolTag } from 'vscode-languageserver';
import type * as ast from '../../generated/ast.ts';
import { type Extent, nameSpan, spanOf } from '../../parser/spans.ts';
import { collectPragmas, type Pragma, pragmasBefore } from '../../references/pragmas.ts';
import type { TextMap } from '../positions.ts';
import type { Feature } from '../session.ts';

export const documentSymbol: Feature = {
  capabilities: { documentSymbolProvider: true },
  register({ connection, host, analysis }) {
    connection.onDocumentSymbol(({ textDocument }) => {
      const parsed = analysis.parse(host.pathOf(textDocument.uri));
      return parsed ? documentSymbols(parsed.unit, parsed.map) : [];
    });
  },
};

interface Site {
  readonly map: TextMap;
  readonly pragmas: readonly Pragma[];
}

interface Symbol {
  readonly name: string | undefined;
  readonly kind: SymbolKind;
  /** All that belongs to it. */
  readonly node: AstNode;
  /** What the name stands in, if not the node itself. */
  readonly named?: AstNode;
  readonly property?: string;
  /** Its type or signature, as written. */
  readonly type?: AstNode | undefined;
  readonly before?: string;
  readonly children?: DocumentSymbol[];
}

export function documentSymbols(unit: ast.Unit, map: TextMap): DocumentSymbol[] {
  const site: Site = { map, pragmas: collectPragmas(map.text) };
  const isInterface = unit.$type === 'InterfaceUnit' || unit.$type === 'GenericInterfaceUnit';
  const kind = isInterface ? SymbolKind.Interface : SymbolKind.Module;
  const declared = 'declarations' in unit ? unit.declarations : unit.body?.declarations;
  const children = [...declarations(site, declared), ...body(site, unit)];
  return symbol(site, { name: unit.name, kind, node: unit, children });
}

/** Without a name, only what is inside. */
function symbol({ map, pragmas }: Site, s: Symbol): DocumentSymbol[] {
  const { node, named = node, property = 'name', kind, children = [] } = s;
  if (!s.name) return children;
  const whole = spanOf(node);
  const own = nameSpan(named, property);
  const range = { start: Math.min(whole.start, own.start), end: Math.max(whole.end, own.end) };
  const detail = s.type && `${s.before ?? ''}${oneLine(map.text, spanOf(s.type))}`;
  const obsolete = pragmasBefore(map.text, pragmas, whole.start).some((p) => p.name === 'OBSOLETE');
  return [
    {
      name: s.name,
      kind,
      ...(detail ? { detail } : {}),
      ...(obsolete ? { tags: [SymbolTag.Deprecated] } : {}),
      range: map.range(range),
      selectionRange: map.range(own),
      children,
    },
  ];
}

/** Characters of a detail. */
const WIDTH = 80;

function oneLine(text: string, { start, end }: Extent): string {
  const line = text.slice(start, end).replace(/\s+/g, ' ');
  return line.length > WIDTH ? `${line.slice(0, WIDTH)}…` : line;
}

function declarations(site: Site, list: readonly ast.Declaration[] | undefined): DocumentSymbol[] {
  return (list ?? []).flatMap((d) => declaration(site, d));
}

function declaration(site: Site, d: ast.Declaration): DocumentSymbol[] {
  switch (d.$type) {
    case 'ConstDecl':
      return symbol(site, { name: d.name, kind: SymbolKind.Constant, node: d, type: d.value, before: '= ' });
    case 'TypeDecl':
      return symbol(site, { ...typeParts(site, d.type), name: d.name, node: d, before: d.opaque ? '<: ' : '' });
    case 'VarDecl':
      return d.variables.flatMap((v) =>
        symbol(site, { name: v.name, kind: SymbolKind.Variable, node: d, named: v, type: d.type }),
      );
    case 'ExceptionDecl':
      return symbol(site, { name: d.name, kind: SymbolKind.Event, node: d, type: d.argument });
    case 'ProcedureDecl':
      return symbol(site, {
        name: d.name,
        kind: SymbolKind.Function,
        node: d,
        type: d.signature,
        before: d.functional ? 'FUNCTIONAL ' : d.ephemeral ? 'EPHEMERAL ' : '',
        children: declarations(site, d.body?.declarations),
      });
    case 'Revelation':
      return symbol(site, {
        ...typeParts(site, d.type),
        name: `REVEAL ${d.names.join('.')}`,
        node: d,
        property: 'names',
      });
  }
}

/** The statements of a module, if it has some. */
function body(site: Site, unit: ast.Unit): DocumentSymbol[] {
  const statements = 'body' in unit ? unit.body?.statements : undefined;
  const [first] = statements ?? [];
  const last = statements?.at(-1);
  if (!first || !last) return [];
  const range = site.map.range({ start: spanOf(first).start, end: spanOf(last).end });
  return [{ name: 'BEGIN', detail: 'module body', kind: SymbolKind.Constructor, range, selectionRange: range }];
}

function typeParts(site: Site, type: ast.Type | undefined): Pick<Symbol, 'kind' | 'type' | 'children'> {
  switch (type?.$type) {
    case 'RecordType':
      return { kind: SymbolKind.Struct, children: fields(site, type.fields) };
    case 'EnumType':
      return {
        kind: SymbolKind.Enum,
        children: type.elements.flatMap((e) => symbol(site, { name: e.name, kind: SymbolKind.EnumMember, node: e })),
      };
    case 'ObjectType':
      return { kind: SymbolKind.Class, type: type.supertype, children: members(site, type) };
    case 'RefType': {
      const target = typeParts(site, type.target);
      return target.children?.length ? { ...target, kind: SymbolKind.Struct } : { kind: SymbolKind.Class, type };
    }
    default:
      return { kind: SymbolKind.Class, type };
  }
}

function members(site: Site, type: ast.ObjectType): DocumentSymbol[] {
  return [
    ...fields(site, type.fields),
    ...type.methods.flatMap((m) => symbol(site, { name: m.name, kind: SymbolKind.Method, node: m, type: m.signature })),
    ...type.overrides.flatMap((o) =>
      symbol(site, { name: o.name, kind: SymbolKind.Method, node: o, type: o.value, before: ':= ' }),
    ),
  ];
}

function fields(site: Site, groups: readonly ast.FieldGroup[]): DocumentSymbol[] {
  return groups.flatMap((g) =>
    g.fields.flatMap((f) => symbol(site, { name: f.name, kind: SymbolKind.Field, node: g, named: f, type: g.type })),
  );
}
