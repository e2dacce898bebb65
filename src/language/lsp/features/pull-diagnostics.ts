/**
 * `textDocument/diagnostic`: a file's diagnostics for those who ask. Not announced, since clients would show those that are asked for beside those that are sent.
 */
import type { Feature } from '../session.ts';

export const pullDiagnostics: Feature = {
  capabilities: {},
  register(session) {
    session.connection.languages.diagnostics.on(({ textDocument }) => ({
      kind: 'full',
      items: session.diagnostics(session.host.pathOf(textDocument.uri)),
    }));
  },
};
