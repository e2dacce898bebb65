/**
 * The client: starts the language server, and runs the command-line tools in a terminal task.
 * It talks to both by protocol only and knows nothing of the language.
 */
import { existsSync } from 'node:fs';
import * as path from 'node:path';
import * as vscode from 'vscode';
import {
  LanguageClient,
  type LanguageClientOptions,
  type ServerOptions,
  TransportKind,
} from 'vscode-languageclient/node';

let client: LanguageClient | undefined;

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const tool = (name: string): string => context.asAbsolutePath(path.join('dist', name));
  const server: ServerOptions = {
    run: { module: tool('spinc.mjs'), args: ['lsp'], transport: TransportKind.stdio },
    debug: { module: tool('spinc.mjs'), args: ['lsp'], transport: TransportKind.stdio },
  };
  const options: LanguageClientOptions = {
    documentSelector: [
      { scheme: 'file', language: 'modula3' },
      { scheme: 'untitled', language: 'modula3' },
    ],
    synchronize: { fileEvents: vscode.workspace.createFileSystemWatcher('**/*.{i3,m3,ig,mg}') },
  };
  client = new LanguageClient('spin', 'SPIN language server', server, options);
  context.subscriptions.push(
    vscode.commands.registerCommand('spin.compile', (uri?: vscode.Uri) => runTool(tool, 'compile', uri)),
    vscode.commands.registerCommand('spin.run', (uri?: vscode.Uri) => runTool(tool, 'run', uri)),
    vscode.commands.registerCommand('spin.restartServer', () => client?.restart()),
  );
  await client.start();
}

export async function deactivate(): Promise<void> {
  await client?.stop();
}

/** What an extension consists of: the folder of the file in the editor. */
async function runTool(
  tool: (name: string) => string,
  what: 'compile' | 'run',
  uri?: vscode.Uri,
): Promise<number | undefined> {
  const file = uri ?? vscode.window.activeTextEditor?.document.uri;
  if (file?.scheme !== 'file') {
    void vscode.window.showErrorMessage('Open a Modula-3 file of the extension first.');
    return undefined;
  }
  await vscode.workspace.saveAll(false);
  const folder = path.dirname(file.fsPath);
  const args =
    what === 'compile'
      ? [
          tool('spinc.mjs'),
          'build',
          folder,
          '-o',
          path.join(folder, `${path.basename(folder)}.spx`),
          ...interfacePaths(folder),
        ]
      : [tool('spin.mjs'), 'run', ...(await extensionsToRun(file, folder))];
  const node = nodeFor(file);
  const task = new vscode.Task(
    { type: 'spin', task: what },
    vscode.workspace.getWorkspaceFolder(file) ?? vscode.TaskScope.Workspace,
    what === 'compile' ? 'Compile' : 'Run in emulator',
    'SPIN',
    new vscode.ProcessExecution(node, args, { cwd: vscode.workspace.getWorkspaceFolder(file)?.uri.fsPath ?? folder }),
    '$spinc',
  );
  task.presentationOptions = {
    reveal: vscode.TaskRevealKind.Always,
    panel: vscode.TaskPanelKind.Dedicated,
    clear: true,
  };
  const execution = await vscode.tasks.executeTask(task);
  return new Promise((done) => {
    const listener = vscode.tasks.onDidEndTaskProcess((e) => {
      if (e.execution !== execution) return;
      listener.dispose();
      done(e.exitCode);
    });
  });
}

/** The extension itself comes last, after those that implement what it imports. */
async function extensionsToRun(file: vscode.Uri, folder: string): Promise<string[]> {
  const order = await client?.sendRequest<string[]>('spin/runOrder', { textDocument: { uri: file.toString() } });
  return order?.length ? order : [folder];
}

/** The setting's, the workspace's own, or the one on the PATH. */
function nodeFor(file: vscode.Uri): string {
  const configured = vscode.workspace.getConfiguration('spin').get<string>('nodePath');
  if (configured) return configured;
  const root = vscode.workspace.getWorkspaceFolder(file)?.uri.fsPath;
  const own = root && path.join(root, 'node_modules', '.bin', process.platform === 'win32' ? 'node.cmd' : 'node');
  return own && existsSync(own) ? own : 'node';
}

/** Sibling folders hold the interfaces of the other extensions of the same system. */
function interfacePaths(folder: string): string[] {
  const parent = path.dirname(folder);
  return existsSync(parent) ? ['--interface-path', parent] : [];
}
