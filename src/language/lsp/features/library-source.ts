/**
 * `spin/librarySource`: the text of a file of the standard library, or of an interface that a compiled extension carries, for clients that show it by themselves. They say so at initialisation
 * (`initializationOptions.librarySources`); to others definitions lead into files on the disk, where there are some.
 */
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
