/** The command-line tools that the extension carries, the Node.js that runs them, and the paths that they are given. */
import { existsSync } from 'node:fs';
import * as path from 'node:path';
import * as vscode from 'vscode';

export type Tool = 'spinc' | 'spin';

export interface Tools {
  /** The tool's own file. */
  file(tool: Tool): string;
}

export const toolsOf = (context: vscode.ExtensionContext): Tools => ({
  file: (tool) => context.asAbsolutePath(path.join('dist', `${tool}.mjs`)),
});

/** The Node.js to run a tool with: the setting's, the workspace folder's own, or the one on the PATH. */
export function nodeFor(folder: vscode.WorkspaceFolder | undefined): string {
  const configured = vscode.workspace.getConfiguration('spin').get<string>('nodePath');
  if (configured) return configured;
  const own =
    folder && path.join(folder.uri.fsPath, 'node_modules', '.bin', process.platform === 'win32' ? 'node.cmd' : 'node');
  return own && existsSync(own) ? own : 'node';
}

/** As short as it can be said from a folder; `.` for the folder itself. */
export function pathFrom(folder: string, target: string): string {
  const relative = path.relative(folder, target);
  return relative === '' ? '.' : relative.startsWith('..') ? target : relative;
}

/** Options for both tools that come from the settings. */
export function settingsOptions(folder: vscode.WorkspaceFolder | undefined): string[] {
  const settings = vscode.workspace.getConfiguration('spin', folder);
  const off = settings.get<string[]>('warnings.off', []);
  return [
    ...settings.get<string[]>('libraryPath', []).flatMap((at) => ['--library-path', at]),
    ...settings.get<string[]>('interfacePath', []).flatMap((at) => ['--interface-path', at]),
    ...(off.length > 0 ? [`--no-warn=${off.join(',')}`] : []),
    ...(settings.get<boolean>('warnings.asErrors') ? ['--warn-as-error'] : []),
  ];
}
