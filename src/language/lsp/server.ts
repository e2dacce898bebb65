/**
 * The language server: protocol on one side, `Workspace` and `Analysis` on the other. Knows nothing of files, sockets or Node.
 */
import { type Connection, type InitializeResult, type Location, TextDocumentSyncKind } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { Analysis } from './analysis.ts';
import { bodyOf, targetAt } from './definition.ts';
import { toLspDiagnostics } from './diagnostics.ts';
import type { WorkspaceHost } from './host.ts';
import { hoverText } from './hover.ts';
import { folderOf, runOrder } from './run-order.ts';
import { documentSymbols } from './symbols.ts';
import { Workspace } from './workspace.ts';

/** Milliseconds without a keystroke before files are checked again. */
const PAUSE = 120;
/** Closed files that depend on an edited interface are checked too, up to this many. */
const MOST_CLOSED = 200;

export function startServer(connection: Connection, host: WorkspaceHost, version: string): void {
  const workspace = new Workspace(host);
  const analysis = new Analysis(workspace, host);
  const documents = new Map<string, TextDocument>();
  const waiting = new Set<string>();
  const shown = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let folders: string[] = [];

  connection.onInitialize((params): InitializeResult => {
    folders = params.workspaceFolders?.map((f) => f.uri) ?? (params.rootUri ? [params.rootUri] : []);
    return {
      serverInfo: { name: 'spinc', version },
      capabilities: {
        textDocumentSync: TextDocumentSyncKind.Incremental,
        hoverProvider: true,
        definitionProvider: true,
        documentSymbolProvider: true,
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
      },
    };
  });

  connection.onInitialized(() => {
    for (const uri of folders) workspace.addFolder(host.pathOf(uri));
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
      const before = workspace.head(path)?.name;
      workspace.reload(path);
      changed(path, before);
    }
  });

  connection.onNotification(
    'workspace/didChangeWorkspaceFolders',
    ({ event }: { event: { added: { uri: string }[] } }) => {
      for (const { uri } of event.added) workspace.addFolder(host.pathOf(uri));
    },
  );

  connection.onHover(({ textDocument, position }) => {
    const found = at(textDocument.uri, position);
    if (!found) return null;
    const { target, map } = found;
    return {
      contents: { kind: 'markdown', value: hoverText(target.used, target.type, analysis.docOf(target.used)) },
      range: map.range(target.span),
    };
  });

  connection.onDefinition(({ textDocument, position }) => {
    const found = at(textDocument.uri, position);
    if (!found) return null;
    const { target, path } = found;
    const { used } = target;
    if (target.declaration && 'kind' in used && used.kind === 'procedure') {
      const other =
        used.form === 'heading' ? bodyOf(used, analysis.implementations(used.unit!.name, path)) : used.implements[0];
      if (other) return location(other.span);
    }
    return location(used.span);
  });

  connection.onDocumentSymbol(({ textDocument }) => {
    const parsed = analysis.parse(host.pathOf(textDocument.uri));
    return parsed ? documentSymbols(parsed.unit, parsed.map) : [];
  });

  /** Folders of the extensions to load for running the one that the file is part of, in order. */
  connection.onRequest('spin/runOrder', ({ textDocument }: { textDocument: { uri: string } }): string[] =>
    runOrder(workspace, folderOf(host.pathOf(textDocument.uri)), (path) => analysis.isLibrary(path)),
  );

  function at(uri: string, position: { line: number; character: number }) {
    const path = host.pathOf(uri);
    const checked = analysis.checked(path);
    const map = analysis.map(path);
    if (!checked || !map) return undefined;
    const target = targetAt(checked, map.offset(position));
    return target ? { target, map, path } : undefined;
  }

  function location(span: { file: string; start: number; end: number }): Location | null {
    const map = analysis.map(span.file);
    return map ? { uri: host.uriOf(span.file), range: map.range(span) } : null;
  }

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
      const diagnostics = toLspDiagnostics(
        analysis.diagnostics(path),
        (file) => analysis.map(file),
        (file) => host.uriOf(file),
      );
      const document = documents.get(uri);
      if (diagnostics.length > 0 || document || shown.has(uri)) {
        shown.add(uri);
        void connection.sendDiagnostics({ uri, diagnostics, ...(document ? { version: document.version } : {}) });
      }
    }
  }

  connection.onShutdown(() => clearTimeout(timer));
  connection.listen();
}
