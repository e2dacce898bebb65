/** `spin/runnables`: the places of a file above which an editor may offer to run it, which are the headings of modules that export Main. */
import type { Range } from 'vscode-languageserver';
import { nameSpan } from '../../parser/spans.ts';
import type { Feature } from '../session.ts';

export const runnables: Feature = {
  capabilities: {},
  register({ connection, host, workspace, analysis }) {
    connection.onRequest('spin/runnables', ({ textDocument }: { textDocument: { uri: string } }): Range[] => {
      const path = host.pathOf(textDocument.uri);
      const parsed = analysis.parse(path);
      const head = workspace.head(path);
      const runs = head?.kind === 'module' && !head.generic && head.exports.includes('Main');
      return parsed && runs ? [parsed.map.range(nameSpan(parsed.unit))] : [];
    });
  },
};
