/**
 * On a desktop: starts the language server as a process, and runs the command-line tools as tasks and tests.
 * The client talks to both by protocol only and knows nothing of the language.
 */
import * as vscode from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { clientOptions, showLibrary, showReferences } from './client.ts';
import { registerExplainEffects } from './explain-effects.ts';
import { registerNewExtension } from './new-extension.ts';
import { registerRunLens } from './run-lens.ts';
import { runOrderFrom } from './runs.ts';
import { registerKernelStatus, registerServerStatus } from './status.ts';
import { registerTasks, Tasks } from './tasks.ts';
import { registerTests } from './testing/controller.ts';
import { toolsOf } from './tools.ts';

let client: LanguageClient | undefined;

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const tools = toolsOf(context);
  const server = { module: tools.file('spinc'), args: ['lsp'], transport: TransportKind.stdio };
  const started = new LanguageClient('spin', 'SPIN language server', { run: server, debug: server }, clientOptions());
  client = started;
  const runOrder = runOrderFrom(started);
  context.subscriptions.push(
    vscode.commands.registerCommand('spin.restartServer', () => started.restart()),
    showLibrary(started),
    showReferences(started),
    registerNewExtension(),
    ...registerExplainEffects(started),
    ...registerTasks(new Tasks(tools, runOrder)),
    ...registerRunLens(started),
    ...registerKernelStatus(),
    ...registerServerStatus(started),
    ...registerTests(tools, runOrder),
  );
  void vscode.commands.executeCommand('setContext', 'spin.hasEmulator', true);
  await started.start();
}

export async function deactivate(): Promise<void> {
  await client?.stop();
}
