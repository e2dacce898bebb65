/** `spin/librarySource`: the text of a file of the standard library, which is on no disk that an editor could read. */
import type { Feature } from '../session.ts';

export const librarySource: Feature = {
  capabilities: {},
  register({ connection, host, workspace, analysis }) {
    connection.onRequest('spin/librarySource', ({ uri }: { uri: string }): string | null => {
      const path = host.pathOf(uri);
      return analysis.isLibrary(path) ? (workspace.text(path) ?? null) : null;
    });
  },
};
