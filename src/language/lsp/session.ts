/**
 * What the features of the server share: one `Session` for each connection. A feature is a file in `features/` that says what it can do and answers requests.
 */
import type {
  ClientCapabilities,
  Connection,
  Diagnostic,
  Location,
  Position,
  ServerCapabilities,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { chosen } from '../../diagnostics/choice.ts';
import type { Span } from '../../diagnostics/diagnostic.ts';
import type { Analysis } from './analysis.ts';
import { toLspDiagnostics } from './diagnostics.ts';
import type { WorkspaceHost } from './host.ts';
import { withBrokenInterfaces } from './names/broken.ts';
import { type Name, Names } from './names/names.ts';
import { TextMap } from './positions.ts';
import { isCompiled, Projects } from './projects.ts';
import { SymbolIndex } from './symbols/index.ts';
import type { Workspace } from './workspace.ts';

export interface Feature {
  /** Announced at initialisation; those of all features are merged. */
  readonly capabilities: ServerCapabilities;
  register(session: Session): void;
}

export class Session {
  /** What the client said at initialisation that it can do. */
  client: ClientCapabilities = {};
  readonly connection: Connection;
  readonly host: WorkspaceHost;
  readonly workspace: Workspace;
  readonly analysis: Analysis;
  readonly names: Names;
  readonly projects: Projects;
  readonly symbols: SymbolIndex;
  /** Paths of the workspace's folders. */
  folders: readonly string[] = [];
  /** Shows the diagnostics of all files again that have been shown. */
  refresh: () => void = () => {};
  readonly #added = new Set<string>();
  /** Those that compiled extensions brought, by the extension's path. */
  readonly #interfaces = new Map<string, readonly string[]>();
  /** Open documents by URI. */
  readonly documents = new Map<string, TextDocument>();
  /** What `workspace/executeCommand` calls, by the command's name. */
  readonly commands = new Map<string, (args: readonly unknown[]) => unknown>();

  constructor(connection: Connection, host: WorkspaceHost, workspace: Workspace, analysis: Analysis) {
    this.connection = connection;
    this.host = host;
    this.workspace = workspace;
    this.analysis = analysis;
    this.names = new Names(analysis, workspace);
    this.symbols = new SymbolIndex(workspace);
    this.projects = new Projects(host);
    analysis.onForget = (path) => this.names.forget(path);
    this.projects.onRead = (path, text, diagnostics) => {
      const map = new TextMap(text);
      const uri = host.uriOf(path);
      const shown = toLspDiagnostics(
        diagnostics,
        () => map,
        () => uri,
      );
      void connection.sendDiagnostics({ uri, diagnostics: shown });
    };
    connection.onExecuteCommand(({ command, arguments: args }) => this.commands.get(command)?.(args ?? []) ?? null);
  }

  /** Has the client ask anew for what it shows between the lines and in colours, where it can. */
  refreshViews(): void {
    const { codeLens, inlayHint, semanticTokens } = this.client.workspace ?? {};
    const wanted = { codeLens, inlayHint, semanticTokens };
    // Who says no does without.
    for (const [view, support] of Object.entries(wanted))
      if (support?.refreshSupport) this.connection.sendRequest(`workspace/${view}/refresh`).catch(() => {});
  }

  /** The name at a position, and what it means. */
  at(uri: string, position: Position): { name: Name; map: TextMap; path: string } | undefined {
    const path = this.host.pathOf(uri);
    const map = this.analysis.map(path);
    const name = map && this.names.at(path, map.offset(position));
    return name ? { name: withBrokenInterfaces(this, path, name), map, path } : undefined;
  }

  /** The file's diagnostics as the protocol has them. */
  diagnostics(path: string): Diagnostic[] {
    this.addFolders(this.projects.folders(path));
    return toLspDiagnostics(
      chosen(this.analysis.diagnostics(path), this.projects.warnings(path)),
      (file) => this.analysis.map(file),
      (file) => this.host.uriOf(file),
    );
  }

  /** Folders of units outside the workspace's own, and compiled extensions with their interfaces; each is read once. */
  addFolders(paths: readonly string[]): void {
    const added = paths.filter((path) => !this.#added.has(path));
    if (added.length > 0) this.#add(added);
  }

  /** A compiled extension was made, changed or deleted. */
  reloadCompiled(path: string): void {
    if (!this.#added.has(path)) return;
    for (const old of this.#interfaces.get(path) ?? []) this.workspace.forget(old);
    this.#add([path]);
    this.refresh();
  }

  #add(added: readonly string[]): void {
    for (const path of added) {
      this.#added.add(path);
      const found = this.workspace.addFolder(path);
      if (!isCompiled(path)) continue;
      this.#interfaces.set(path, found);
      this.analysis.addLibrary(found);
    }
    // Whatever was looked for in vain may be there now.
    for (const path of this.workspace.paths) this.analysis.forget(path);
  }

  location(span: Span): Location | null {
    const map = this.analysis.map(span.file);
    return map ? { uri: this.host.uriOf(span.file), range: map.range(span) } : null;
  }
}
