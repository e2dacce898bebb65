/**
 * Which extensions are run, and in what order: the server knows, for it sees who implements the interfaces that a folder imports.
 */
import * as path from 'node:path';
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';

export type RunOrder = (file: vscode.Uri) => Promise<string[]>;

/** Folders to run for the extension that a file is part of; that one comes last. */
export const runOrderFrom =
  (client: BaseLanguageClient): RunOrder =>
  async (file) => {
    const order = client.isRunning()
      ? await client.sendRequest<string[]>('spin/runOrder', { textDocument: { uri: file.toString() } })
      : [];
    return order.length > 0 ? order : [path.dirname(file.fsPath)];
  };

/** The file that a command is about: the one given, or the one in the editor; says so when there is none. */
export function fileOf(uri: vscode.Uri | undefined): vscode.Uri | undefined {
  const file = uri ?? vscode.window.activeTextEditor?.document.uri;
  if (file?.scheme === 'file') return file;
  void vscode.window.showErrorMessage('Open a Modula-3 file of the extension first, and save it in a folder.');
  return undefined;
}
