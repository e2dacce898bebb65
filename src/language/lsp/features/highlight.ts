/** Document highlight: the mentions of a thing in one file, those that write it apart. */
import { DocumentHighlightKind } from 'vscode-languageserver';
import { keyOf } from '../names/names.ts';
import { related } from '../names/related.ts';
import { isWritten } from '../names/writes.ts';
import type { Feature } from '../session.ts';

export const highlight: Feature = {
  capabilities: { documentHighlightProvider: true },
  register(session) {
    const { connection, analysis, names } = session;
    connection.onDocumentHighlight(({ textDocument, position }) => {
      const at = session.at(textDocument.uri, position);
      if (!at) return null;
      const keys = new Set(related(session, at.name.used).map(keyOf));
      const units = analysis.units(at.path);
      const starts = new Set<number>();
      return names.of(at.path).flatMap((name) => {
        if (!keys.has(keyOf(name.used)) || starts.has(name.span.start)) return [];
        starts.add(name.span.start);
        const kind = !isVariable(name.used)
          ? DocumentHighlightKind.Text
          : isWritten(name, at.map.text, units)
            ? DocumentHighlightKind.Write
            : DocumentHighlightKind.Read;
        return [{ range: at.map.range(name.span), kind }];
      });
    });
  },
};

const isVariable = (used: Parameters<typeof keyOf>[0] & object): boolean =>
  !('signature' in used) && (!('kind' in used) || used.kind === 'variable');
