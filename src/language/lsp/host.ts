/** What the language server needs of its surroundings; implemented by the command line (Node) and by a browser's worker (`src/web`). */
export interface WorkspaceHost {
  /** Paths of every Modula-3 source file below a folder, or of the interfaces that a compiled extension (`.spx`) carries; those are read like files. */
  listSources(folder: string): readonly string[];
  /** Text of a file on disk; undefined when it cannot be read. */
  read(path: string): string | undefined;
  /** The standard library, always visible. `path` is what `uriOf` understands. */
  readonly library: readonly { readonly path: string; readonly text: string }[];
  /** The client that begins cannot show the library's sources by itself (see `features/library-source.ts`). The folders are the workspace's. */
  showLibraryAsFiles?(folders: readonly string[]): void;
  pathOf(uri: string): string;
  uriOf(path: string): string;
}
