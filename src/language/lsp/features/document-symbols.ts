/** The outline of a unit, from its syntax tree alone, so that it is there while the text does not check. */

import type { AstNode } from 'langium';
import { type DocumentSymbol, SymbolKind } from 'vscode-languageserver';
import type * as ast from '../../generated/ast.ts';
import { nameSpan, spanOf } from '../../parser/spans.ts';
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

export function documentSymbols(unit: ast.Unit, map: TextMap): DocumentSymbol[] {
  const symbol = (
    node: AstNode,
    name: string | undefined,
    kind: SymbolKind,
    children: DocumentSymbol[] = [],
    at: AstNode = node,
    property = 'name',
  ): DocumentSymbol[] => {
    if (!name) return children;
    const whole = spanOf(node);
    const own = nameSpan(at, property) ?? whole;
    const range = { start: Math.min(whole.start, own.start), end: Math.max(whole.end, own.end) };
    return [{ name, kind, range: map.range(range), selectionRange: map.range(own), children }];
  };

  const declarations = (list: readonly ast.Declaration[] | undefined): DocumentSymbol[] =>
    (list ?? []).flatMap((d) => declaration(d));

  const declaration = (d: ast.Declaration): DocumentSymbol[] => {
    switch (d.$type) {
      case 'ConstDecl':
        return symbol(d, d.name, SymbolKind.Constant);
      case 'TypeDecl':
        return symbol(d, d.name, typeKind(d.type), members(d.type));
      case 'VarDecl':
        return d.variables.flatMap((v) => symbol(d, v.name, SymbolKind.Variable, [], v));
      case 'ExceptionDecl':
        return symbol(d, d.name, SymbolKind.Event);
      case 'ProcedureDecl':
        return symbol(d, d.name, SymbolKind.Function, declarations(d.body?.declarations));
      case 'Revelation':
        return symbol(d, `REVEAL ${d.names.join('.')}`, typeKind(d.type), members(d.type), d, 'names');
    }
  };

  const members = (type: ast.Type | undefined): DocumentSymbol[] => {
    switch (type?.$type) {
      case 'RecordType':
        return fields(type.fields);
      case 'RefType':
        return members(type.target);
      case 'EnumType':
        return type.elements.flatMap((e) => symbol(e, e.name, SymbolKind.EnumMember));
      case 'ObjectType':
        return [
          ...fields(type.fields),
          ...type.methods.flatMap((m) => symbol(m, m.name, SymbolKind.Method)),
          ...type.overrides.flatMap((o) => symbol(o, o.name, SymbolKind.Method)),
        ];
      default:
        return [];
    }
  };
  const fields = (groups: readonly ast.FieldGroup[]): DocumentSymbol[] =>
    groups.flatMap((g) => g.fields.flatMap((f) => symbol(g, f.name, SymbolKind.Field, [], f)));

  const isInterface = unit.$type === 'InterfaceUnit' || unit.$type === 'GenericInterfaceUnit';
  const inner = 'declarations' in unit ? declarations(unit.declarations) : declarations(unit.body?.declarations);
  return symbol(unit, unit.name, isInterface ? SymbolKind.Interface : SymbolKind.Module, inner);
}

function typeKind(type: ast.Type | undefined): SymbolKind {
  switch (type?.$type) {
    case 'ObjectType':
      return SymbolKind.Class;
    case 'EnumType':
      return SymbolKind.Enum;
    case 'RecordType':
      return SymbolKind.Struct;
    case 'RefType':
      return members(type.target) ? SymbolKind.Struct : SymbolKind.Class;
    default:
      return SymbolKind.Class;
  }
}

const members = (type: ast.Type | undefined): boolean => type?.$type === 'RecordType';
