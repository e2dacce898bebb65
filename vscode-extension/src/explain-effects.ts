/** "Why is this not EPHEMERAL?": asks the server about the procedure at the cursor, and shows the calls that lead to what forbids it. */
import * as vscode from 'vscode';
import type { BaseLanguageClient, Location } from 'vscode-languageclient';

type Effect = 'EPHEMERAL' | 'FUNCTIONAL';

/** As the server's command `spin.explainEffects` answers. */
interface Explanation {
  readonly text: string;
  readonly path: readonly { readonly procedure: string; readonly message: string; readonly location: Location }[];
}

export function registerExplainEffects(client: BaseLanguageClient): vscode.Disposable[] {
  return [
    vscode.commands.registerCommand('spin.whyNotEphemeral', () => explain(client, 'EPHEMERAL')),
    vscode.commands.registerCommand('spin.whyNotFunctional', () => explain(client, 'FUNCTIONAL')),
  ];
}

async function explain(client: BaseLanguageClient, effect: Effect): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (editor?.document.languageId !== 'modula3' || !client.isRunning()) {
    void vscode.window.showErrorMessage('Put the cursor on the name of a procedure in a Modula-3 file first.');
    return;
  }
  const explanation = await client.sendRequest<Explanation | null>('workspace/executeCommand', {
    command: 'spin.explainEffects',
    arguments: [editor.document.uri.toString(), editor.selection.active, effect],
  });
  if (!explanation || explanation.path.length === 0) {
    void vscode.window.showInformationMessage(explanation?.text ?? 'There is no procedure at the cursor.');
    return;
  }
  const steps = explanation.path.map((step) => {
    const at = client.protocol2CodeConverter.asLocation(step.location);
    const where = `${vscode.workspace.asRelativePath(at.uri)}:${at.range.start.line + 1}`;
    return { label: step.procedure, description: step.message, detail: where, at };
  });
  const chosen = await vscode.window.showQuickPick(steps, { title: explanation.text, placeHolder: 'Go to a step' });
  if (chosen) await vscode.window.showTextDocument(chosen.at.uri, { selection: chosen.at.range });
}
