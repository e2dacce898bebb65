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
import { Analysis } from './analysis.ts';
import { capabilitiesOf, FEATURES } from './features/index.ts';
import type { WorkspaceHost } from './host.ts';
import { isProject, readSettings } from './projects.ts';
import { Session } from './session.ts';
import { Workspace } from './workspace.ts';

/** Milliseconds without a keystroke before files are checked again. */
const PAUSE = 120;
/** Closed files that depend on an edited interface are checked too, up to this many. */
const MOST_CLOSED = 200;

export function startServer(connection: Connection, host: WorkspaceHost, version: string): void {
  const workspace = new Workspace(host);
  const analysis = new Analysis(workspace, new Set(host.library.map((f) => f.path)));
  const session = new Session(connection, host, workspace, analysis);
  const { documents } = session;
  const waiting = new Set<string>();
  const shown = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let folders: string[] = [];

  connection.onInitialize((params): InitializeResult => {
    session.client = params.capabilities;
    folders = params.workspaceFolders?.map((f) => f.uri) ?? (params.rootUri ? [params.rootUri] : []);
    session.folders = folders.map((uri) => host.pathOf(uri));
    session.projects.settings = readSettings((params.initializationOptions as { spin?: unknown } | undefined)?.spin);
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
    for (const uri of folders) workspace.addFolder(host.pathOf(uri));
    session.addFolders(session.projects.settingsFolders(session.folders));
    for (const uri of documents.keys()) waiting.add(host.pathOf(uri));
    soon();
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
        session.projects.forget();
        session.refresh();
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
      for (const { uri } of event.added) workspace.addFolder(host.pathOf(uri));
    },
  );
  for (const feature of FEATURES) feature.register(session);

  /** A file's text is new: it, and whatever depends on the unit it holds or held, must be checked again. */
  function changed(path: string, formerName?: string): void {
    analysis.forget(path);
    waiting.add(path);
    let closed = 0;
    for (const name of new Set([workspace.head(path)?.name, formerName])) {
      if (name === undefined) continue;
      const head = workspace.head(path);
      const affected =
        head?.kind === 'module'
          ? head.exports.flatMap((e) => workspace.interfaceFile(e, path) ?? [])
          : workspace.dependents(name);
      for (const other of affected) {
        analysis.forget(other);
        if (workspace.isOpen(other) || shown.has(host.uriOf(other)) || closed++ < MOST_CLOSED) waiting.add(other);
      }
    }
    soon();
  }

  function soon(): void {
    clearTimeout(timer);
    timer = setTimeout(publish, PAUSE);
  }

  function publish(): void {
    timer = undefined;
    const paths = [...waiting].sort((a, b) => Number(workspace.isOpen(b)) - Number(workspace.isOpen(a)));
    waiting.clear();
    for (const path of paths) {
      const uri = host.uriOf(path);
      if (workspace.text(path) === undefined) {
        if (shown.delete(uri)) void connection.sendDiagnostics({ uri, diagnostics: [] });
        continue;
      }
      if (analysis.isLibrary(path)) continue;
      const diagnostics = session.diagnostics(path);
      const document = documents.get(uri);
      if (diagnostics.length > 0 || document || shown.has(uri)) {
        shown.add(uri);
        void connection.sendDiagnostics({ uri, diagnostics, ...(document ? { version: document.version } : {}) });
      }
    }
  }

  session.refresh = () => {
    for (const uri of [...shown, ...documents.keys()]) waiting.add(host.pathOf(uri));
    soon();
  };
  connection.onShutdown(() => clearTimeout(timer));
  connection.listen();
}
