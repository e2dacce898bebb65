/** Document links: names of interfaces in imports, EXPORTS and instantiations lead to their files. */
import type { AstNode } from 'langium';
import type { DocumentLink } from 'vscode-languageserver';
import { nameSpan } from '../../parser/spans.ts';
import type { Feature, Session } from '../session.ts';

export const documentLinks: Feature = {
  capabilities: { documentLinkProvider: { resolveProvider: false } },
  register(session) {
    session.connection.onDocumentLinks(({ textDocument }) => links(session, session.host.pathOf(textDocument.uri)));
  },
};

function links({ analysis, workspace, host }: Session, path: string): DocumentLink[] {
  const parsed = analysis.parse(path);
  if (!parsed) return [];
  const { unit, map } = parsed;
  const found: DocumentLink[] = [];
  const add = (extent: { start: number; end: number }, file: string | undefined): void => {
    if (file !== undefined) found.push({ range: map.range(extent), target: host.uriOf(file) });
  };
  const addInterface = (name: string | undefined, extent: { start: number; end: number }): void => {
    if (name) add(extent, workspace.interfaceFile(name, path));
  };
  const addEach = (node: AstNode, property: string, interfaces: readonly string[]): void => {
    for (const [i, name] of interfaces.entries()) addInterface(name, nameSpan(node, property, i));
  };
  if (unit.$type === 'ModuleUnit') addEach(unit, 'exports', unit.exports);
  if ('instantiation' in unit && unit.instantiation) {
    const { instantiation } = unit;
    const kind = unit.$type === 'InterfaceUnit' ? 'interface' : 'module';
    if (instantiation.generic)
      add(nameSpan(instantiation, 'generic'), workspace.genericFile(kind, instantiation.generic, path));
    addEach(instantiation, 'actuals', instantiation.actuals);
  }
  for (const clause of unit.imports) {
    if (clause.$type === 'FromImport') addInterface(clause.unit, nameSpan(clause, 'unit'));
    else for (const imported of clause.units) addInterface(imported.unit, nameSpan(imported, 'unit'));
  }
  return found;
}
