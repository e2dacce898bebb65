/** References: every mention of a thing in the workspace, by whatever name files import it. */
import type { Location } from 'vscode-languageserver';
import { related } from '../names/related.ts';
import { findNames } from '../names/search.ts';
import type { Feature } from '../session.ts';

export const references: Feature = {
  capabilities: { referencesProvider: { workDoneProgress: true } },
  register(session) {
    session.connection.onReferences(async ({ textDocument, position, context }, token, workDone) => {
      const at = session.at(textDocument.uri, position);
      if (!at) return null;
      const { used } = at.name;
      workDone.begin(`References of ${used.name}`, 0, undefined, true);
      const found = await findNames(session, related(session, used), {
        token,
        progress: (done, total) => workDone.report(Math.floor((100 * done) / total), `${done} of ${total} files`),
      });
      workDone.done();
      const locations: Location[] = [];
      for (const [path, names] of found ?? []) {
        const map = session.analysis.map(path);
        if (!map) continue;
        for (const name of names) {
          if (name.role === 'end' || (name.role === 'declaration' && !context.includeDeclaration)) continue;
          locations.push({ uri: session.host.uriOf(path), range: map.range(name) });
        }
      }
      return locations;
    });
  },
};
