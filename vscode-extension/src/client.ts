/** What the language client is told wherever it runs, on a desktop or in a browser. */
import * as vscode from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions, Location, Position } from 'vscode-languageclient';

export const SOURCES = '**/*.{i3,m3,ig,mg}';
export const PROJECTS = '**/spin.json';
/** Their interfaces may be on a project's interface path. */
const COMPILED = '**/*.spx';
/** Files of the standard library and of compiled extensions, which are on no disk: the server has them. */
const LIBRARY = 'spin-library';

export function clientOptions(): LanguageClientOptions {
  return {
    documentSelector: [{ language: 'modula3' }],
    synchronize: {
      fileEvents: [SOURCES, PROJECTS, COMPILED].map((pattern) => vscode.workspace.createFileSystemWatcher(pattern)),
      configurationSection: 'spin',
    },
    // Data only: between threads nothing else can be sent.
    initializationOptions: {
      spin: JSON.parse(JSON.stringify(vscode.workspace.getConfiguration('spin'))) as unknown,
      librarySources: true,
    },
    markdown: { isTrusted: false },
    middleware: {
      provideInlayHints: (document, range, token, next) =>
        setting(document, 'inlayHints.enabled') ? next(document, range, token) : [],
      provideCodeLenses: (document, token, next) =>
        setting(document, 'codeLens.references') ? next(document, token) : [],
    },
  };
}

export const setting = (document: vscode.TextDocument, name: string): boolean =>
  vscode.workspace.getConfiguration('spin', document).get<boolean>(name, true);

/** What a lens that counts references does when it is clicked. */
export function showReferences(client: BaseLanguageClient): vscode.Disposable {
  return vscode.commands.registerCommand(
    'spin.showReferences',
    (uri: string, position: Position, locations: Location[]) => {
      const { asPosition, asLocation } = client.protocol2CodeConverter;
      return vscode.commands.executeCommand(
        'editor.action.showReferences',
        vscode.Uri.parse(uri),
        asPosition(position),
        locations.map((l) => asLocation(l)),
      );
    },
  );
}

/** Shows the library's sources, read-only, when a definition leads into them. */
export function showLibrary(client: BaseLanguageClient): vscode.Disposable {
  return vscode.workspace.registerTextDocumentContentProvider(LIBRARY, {
    provideTextDocumentContent: async (uri) =>
      (await client.sendRequest<string | null>('spin/librarySource', { uri: uri.toString(true) })) ?? undefined,
  });
}
