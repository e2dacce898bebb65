/**
 * In a browser: the language server is a worker, and gets the workspace's sources from us, through whatever file system the workspace is on.
 * There is no emulator here.
 */
import * as vscode from 'vscode';
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from 'vscode-languageclient/browser';
import { clientOptions, PROJECTS, SOURCES, showLibrary, showReferences } from './client.ts';
import { registerExplainEffects } from './explain-effects.ts';
import { registerNewExtension } from './new-extension.ts';
import { registerServerStatus } from './status.ts';

let client: LanguageClient | undefined;

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const script = await workerScript(vscode.Uri.joinPath(context.extensionUri, 'dist', 'server.worker.js'));
  const options = clientOptions();
  const files = new Map((await Promise.all([SOURCES, PROJECTS].map(sources))).flat().map((f) => [f.uri, f]));
  let worker: Worker | undefined;
  const start = async () => {
    worker = new Worker(script);
    // Not the worker itself: the extension host's workers are none to the client's eyes.
    return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
  };
  // The worker has no life of its own after its client.
  const end = () => worker?.terminate();
  const started = new LanguageClient('spin', 'SPIN language server', start, {
    ...options,
    // As they are when the server starts, which may be for the second time.
    initializationOptions: () => ({ ...options.initializationOptions, files: [...files.values()] }),
    middleware: {
      ...options.middleware,
      workspace: {
        // The text goes first, so that it is there when the server hears that it changed.
        didChangeWatchedFile: async (event, next) => {
          const file = await sent(vscode.Uri.parse(event.uri));
          files.set(file.uri, file);
          await started.sendNotification('spin/file', file);
          await next(event);
        },
      },
    },
  });
  client = started;
  context.subscriptions.push(
    vscode.commands.registerCommand('spin.restartServer', async () => {
      await started.stop();
      end();
      await started.start();
    }),
    showLibrary(started),
    showReferences(started),
    registerNewExtension(),
    ...registerExplainEffects(started),
    ...registerServerStatus(started),
    { dispose: end },
  );
  await started.start();
}

export async function deactivate(): Promise<void> {
  await client?.stop();
}

/** Where a worker can be started from. An extension that is kept on a remote machine has no address that a browser would take. */
async function workerScript(uri: vscode.Uri): Promise<string> {
  if (uri.scheme !== 'vscode-remote') return uri.toString(true);
  const source = await vscode.workspace.fs.readFile(uri);
  return URL.createObjectURL(new Blob([source as BlobPart], { type: 'text/javascript' }));
}

async function sources(pattern: string) {
  return Promise.all((await vscode.workspace.findFiles(pattern, '**/node_modules/**')).map(sent));
}

/** As `src/web` takes it. */
interface SentFile {
  readonly uri: string;
  readonly text: string | null;
}

async function sent(uri: vscode.Uri): Promise<SentFile> {
  try {
    return { uri: uri.toString(), text: new TextDecoder().decode(await vscode.workspace.fs.readFile(uri)) };
  } catch {
    return { uri: uri.toString(), text: null };
  }
}
