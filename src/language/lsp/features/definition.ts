/**
 * Definition: from a use to the declaration; from a heading in an interface to the body in a module, and from the body's own name back to the heading.
 */
import type { CheckedUnit, ProcedureEntity } from '../../types/model.ts';
import type { Feature } from '../session.ts';

export const definition: Feature = {
  capabilities: { definitionProvider: true },
  register(session) {
    const { connection, analysis } = session;
    connection.onDefinition(({ textDocument, position }) => {
      const found = session.at(textDocument.uri, position);
      if (!found) return null;
      const { target, path } = found;
      const { used } = target;
      if (target.declaration && 'kind' in used && used.kind === 'procedure') {
        const other =
          used.form === 'heading' ? bodyOf(used, analysis.implementations(used.unit!.name, path)) : used.implements[0];
        if (other) return session.location(other.span);
      }
      return session.location(used.span);
    });
  },
};

/** The body that implements a heading, among the modules given. */
export function bodyOf(heading: ProcedureEntity, modules: readonly CheckedUnit[]): ProcedureEntity | undefined {
  for (const module of modules) {
    for (const body of module.procedures) {
      if (body.implements.some((h) => h.name === heading.name && h.unit?.name === heading.unit?.name)) return body;
    }
  }
  return undefined;
}
