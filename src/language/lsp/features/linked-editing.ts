/** Linked editing: the name of a procedure or unit, and the one behind its END, which must be the same (2.4.10, 2.5). */
import { keyOf } from '../names/names.ts';
import type { Feature } from '../session.ts';

export const linkedEditing: Feature = {
  capabilities: { linkedEditingRangeProvider: true },
  register(session) {
    session.connection.languages.onLinkedEditingRange(({ textDocument, position }) => {
      const at = session.at(textDocument.uri, position);
      if (!at) return null;
      const key = keyOf(at.name.used);
      const ends = session.names
        .of(at.path)
        .filter(({ role, used }) => (role === 'declaration' || role === 'end') && keyOf(used) === key);
      const isOne = ends.some(({ span }) => span.start === at.name.span.start);
      if (!isOne || ends.length !== 2) return null;
      return { ranges: ends.map(({ span }) => at.map.range(span)), wordPattern: '[A-Za-z][A-Za-z0-9_]*' };
    });
  },
};
