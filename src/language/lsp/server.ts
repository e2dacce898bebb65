/**
 * The language server: protocol on one side, `Workspace` and `Analysis` on the other. Knows nothing of files, sockets or Node.
 */
import {
  type Connection,
  type InitializeResult,
  TextDocumentSyncKind,
  type WorkspaceFoldersChangeEvent,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { PROJECT_FILE } from '../project/project.ts';
import { Analysis } from './analysis.ts';
import { capabilitiesOf, FEATURES } from './features/index.ts';
import type { WorkspaceHost } from './host.ts';
import { isCompiled, isProject, readSettings } from './projects.ts';
import { Publisher } from './publisher.ts';
import { Session } from './session.ts';
import { Workspace } from './workspace.ts';

export function startServer(connection: Connection, host: WorkspaceHost, version: string): void {
  const workspace = new Workspace(host);
  const analysis = new Analysis(workspace, new Set(host.library.map((f) => f.path)));
  const session = new Session(connection, host, workspace, analysis);
  const { documents } = session;
  const publisher = new Publisher(session);
  let folders: string[] = [];

  connection.onInitialize((params): InitializeResult => {
    session.client = params.capabilities;
    folders = params.workspaceFolders?.map((f) => f.uri) ?? (params.rootUri ? [params.rootUri] : []);
    session.folders = folders.map((uri) => host.pathOf(uri));
    const options = params.initializationOptions as { spin?: unknown; librarySources?: unknown } | undefined;
    if (options?.librarySources !== true) host.showLibraryAsFiles?.(session.folders);
    session.projects.settings = readSettings(options?.spin);
    return {
      serverInfo: { name: 'spinc', version },
      capabilities: {
        ...capabilitiesOf(FEATURES),
        textDocumentSync: TextDocumentSyncKind.Incremental,
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
      },
    };
  });

  connection.onInitialized(() => {
    for (const uri of folders) addFolder(uri);
    for (const folder of session.folders) session.projects.read(`${folder}/${PROJECT_FILE}`);
    session.addFolders(session.projects.settingsFolders(session.folders));
    publisher.touch([...documents.keys()].map((uri) => host.pathOf(uri)));
  });

  connection.onDidOpenTextDocument(({ textDocument }) => {
    const { uri, languageId, version: v, text } = textDocument;
    documents.set(uri, TextDocument.create(uri, languageId, v, text));
    workspace.open(host.pathOf(uri), text);
    changed(host.pathOf(uri));
  });

  connection.onDidChangeTextDocument(({ textDocument, contentChanges }) => {
    const document = documents.get(textDocument.uri);
    if (!document) return;
    const updated = TextDocument.update(document, contentChanges, textDocument.version);
    documents.set(textDocument.uri, updated);
    const path = host.pathOf(textDocument.uri);
    const before = workspace.head(path)?.name;
    workspace.open(path, updated.getText());
    changed(path, before);
  });

  connection.onDidCloseTextDocument(({ textDocument }) => {
    documents.delete(textDocument.uri);
    const path = host.pathOf(textDocument.uri);
    workspace.close(path);
    changed(path);
  });

  connection.onDidChangeWatchedFiles(({ changes }) => {
    for (const { uri } of changes) {
      const path = host.pathOf(uri);
      if (isProject(path)) {
        session.projects.forget(path);
        session.refresh();
        continue;
      }
      if (isCompiled(path)) {
        session.reloadCompiled(path);
        continue;
      }
      const before = workspace.head(path)?.name;
      workspace.reload(path);
      changed(path, before);
    }
  });

  connection.onNotification(
    'workspace/didChangeWorkspaceFolders',
    ({ event }: { event: WorkspaceFoldersChangeEvent }) => {
      for (const { uri } of event.removed) {
        for (const path of workspace.closedBelow(host.pathOf(uri))) {
          const before = workspace.head(path)?.name;
          workspace.forget(path);
          changed(path, before);
        }
      }
      for (const { uri } of event.added) addFolder(uri);
    },
  );
  for (const feature of FEATURES) feature.register(session);

  function addFolder(uri: string): void {
    publisher.sweep(workspace.addFolder(host.pathOf(uri)));
  }

  /** A file's text is new: it, and whatever depends on the unit it holds or held, must be checked again. */
  function changed(path: string, formerName?: string): void {
    analysis.forget(path);
    const touched = [path];
    for (const name of new Set([workspace.head(path)?.name, formerName])) {
      if (name === undefined) continue;
      const head = workspace.head(path);
      const affected =
        head?.kind === 'module'
          ? [
              ...head.exports.flatMap((e) => workspace.interfaceFile(e, path) ?? []),
              ...(head.generic ? workspace.instances('module', name) : []),
            ]
          : workspace.dependents(name);
      for (const other of affected) {
        analysis.forget(other);
        touched.push(other, ...genericOf(other));
      }
    }
    publisher.touch(touched);
  }

  /** The generic unit that a file has an instance of: what is wrong in that is shown there. */
  function genericOf(path: string): string[] {
    const { kind, instanceOf } = workspace.head(path) ?? {};
    const generic = kind && instanceOf ? workspace.genericFile(kind, instanceOf, path) : undefined;
    return generic === undefined ? [] : [generic];
  }

  session.refresh = () => publisher.touchShown();
  connection.onShutdown(() => publisher.stop());
  connection.listen();
}
