/** What the language server needs of its surroundings; implemented by the command line (Node) and, one day, by a browser's worker. */
export interface WorkspaceHost {
  /** Paths of every Modula-3 source file below a folder. */
  listSources(folder: string): readonly string[];
  /** Text of a file on disk; undefined when it cannot be read. */
  read(path: string): string | undefined;
  /** The standard library, always visible. `path` is what `uriOf` understands. */
  readonly library: readonly { readonly path: string; readonly text: string }[];
  pathOf(uri: string): string;
  uriOf(path: string): string;
}
