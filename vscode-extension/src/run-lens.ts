/** "Run in emulator" above what can be run; the server says what that is. */
import * as vscode from 'vscode';
import { type BaseLanguageClient, type Range, State } from 'vscode-languageclient';
import { setting } from './client.ts';

export function registerRunLens(client: BaseLanguageClient): vscode.Disposable[] {
  const changed = new vscode.EventEmitter<void>();
  const provider: vscode.CodeLensProvider = {
    onDidChangeCodeLenses: changed.event,
    async provideCodeLenses(document, token) {
      if (!client.isRunning() || !vscode.workspace.isTrusted || !setting(document, 'codeLens.run')) return [];
      const parameters = { textDocument: { uri: document.uri.toString() } };
      const ranges = await client.sendRequest<Range[]>('spin/runnables', parameters, token);
      return ranges.flatMap((range) => {
        const at = client.protocol2CodeConverter.asRange(range);
        const lens = (title: string, command: string) =>
          new vscode.CodeLens(at, { title, command, arguments: [document.uri] });
        return [lens('$(play) Run in emulator', 'spin.run'), lens('$(package) Compile', 'spin.compile')];
      });
    },
  };
  return [
    changed,
    vscode.languages.registerCodeLensProvider({ scheme: 'file', language: 'modula3' }, provider),
    vscode.workspace.onDidGrantWorkspaceTrust(() => changed.fire()),
    vscode.workspace.onDidChangeConfiguration((e) => e.affectsConfiguration('spin.codeLens') && changed.fire()),
    client.onDidChangeState(({ newState }) => newState === State.Running && changed.fire()),
  ];
}
