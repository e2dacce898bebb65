/** The command that makes an extension to begin with: a folder with one module, opened in the editor. */
import * as vscode from 'vscode';

const module = (name: string): string => `MODULE ${name} EXPORTS Main;

IMPORT IO;

BEGIN
  IO.Put("hello, kernel\\n");
END ${name}.
`;

export function registerNewExtension(): vscode.Disposable {
  return vscode.commands.registerCommand('spin.newExtension', async () => {
    const folder = await chosenFolder();
    if (!folder) return;
    const name = await vscode.window.showInputBox({
      title: 'New extension',
      prompt: 'Its name, which its folder and its module get',
      value: 'Hello',
      validateInput: (text) => (/^[A-Za-z]\w*$/.test(text) ? undefined : 'a letter, then letters, digits and _'),
    });
    if (!name) return;
    const unit = name[0]!.toUpperCase() + name.slice(1);
    const file = vscode.Uri.joinPath(folder, name.toLowerCase(), `${unit}.m3`);
    // An existing file is opened, not overwritten.
    if (!(await exists(file))) await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(module(unit)));
    await vscode.window.showTextDocument(file);
  });
}

/** The workspace's folder; where there is none, one that is asked for. */
async function chosenFolder(): Promise<vscode.Uri | undefined> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (folders.length === 1) return folders[0]!.uri;
  if (folders.length > 1) return (await vscode.window.showWorkspaceFolderPick())?.uri;
  const options = { canSelectFolders: true, canSelectFiles: false, openLabel: 'Make the extension here' };
  return (await vscode.window.showOpenDialog(options))?.[0];
}

async function exists(file: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(file);
    return true;
  } catch {
    return false;
  }
}
