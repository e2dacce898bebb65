/**
 * The files of a workspace: which units they hold, and who needs whom.
 *
 * A unit is found by its name. When several files hold units of one name, the one nearest to the file that asks wins (longest common folder).
 * Only the head of a file is looked at for the index; texts are checked when somebody needs them.
 */
import type { WorkspaceHost } from './host.ts';

export interface UnitHead {
  readonly kind: 'interface' | 'module';
  readonly generic: boolean;
  readonly name: string;
  /** Modules: what they export (their own name when nothing is said). */
  readonly exports: readonly string[];
  readonly imports: readonly string[];
  /** The generic unit that this one is an instance of; its actual interfaces are among the imports. */
  readonly instanceOf?: string;
}

interface Entry {
  readonly path: string;
  text: string;
  open: boolean;
  head: UnitHead | undefined;
}

const COMMENTS_AND_TEXTS = /\(\*(?:[^*(]|\*(?!\))|\((?!\*))*\*\)|<\*[^*]*(?:\*(?!>)[^*]*)*\*>|"(?:\\.|[^"\\\n])*"/g;
const HEAD =
  /^\s*(?:UNSAFE\s+)?(GENERIC\s+)?(INTERFACE|MODULE)\s+([A-Za-z]\w*)\s*(?:EXPORTS\s+([A-Za-z]\w*(?:\s*,\s*[A-Za-z]\w*)*))?/;
const INSTANCE = /^\s*=\s*([A-Za-z]\w*)\s*\(([^)]*)\)/;
const IMPORT = /\b(?:FROM\s+([A-Za-z]\w*)\s+IMPORT\b[^;]*|IMPORT\s+([^;]*));/g;

/** Reads a unit's head and imports from its text; undefined if it does not begin like a unit. */
export function readHead(text: string): UnitHead | undefined {
  let bare = text;
  // Innermost comments first, so that nested ones go as well.
  for (let i = 0; i < 8 && bare.includes('(*'); i++) bare = bare.replace(COMMENTS_AND_TEXTS, ' ');
  bare = bare.replace(COMMENTS_AND_TEXTS, ' ');
  const head = HEAD.exec(bare);
  if (!head) return undefined;
  const imports: string[] = [];
  for (const m of bare.matchAll(IMPORT)) {
    if (m[1]) imports.push(m[1]);
    else for (const part of m[2]!.split(',')) imports.push(part.trim().split(/\s+/)[0]!);
  }
  const kind = head[2] === 'INTERFACE' ? 'interface' : 'module';
  const name = head[3]!;
  const exports = kind === 'module' ? (head[4]?.split(',').map((e) => e.trim()) ?? [name]) : [];
  const instance = INSTANCE.exec(bare.slice(head[0].length));
  if (instance) imports.push(...instance[2]!.split(',').flatMap((actual) => actual.trim() || []));
  return {
    kind,
    generic: head[1] !== undefined,
    name,
    exports,
    imports,
    ...(instance ? { instanceOf: instance[1]! } : {}),
  };
}

export class Workspace {
  readonly #host: WorkspaceHost;
  readonly #entries = new Map<string, Entry>();
  readonly #byName = new Map<string, Set<Entry>>();

  constructor(host: WorkspaceHost, library = host.library) {
    this.#host = host;
    for (const { path, text } of library) this.#put(path, text, false);
  }

  /** The same files, some with other texts, to see what would be; this one stays as it is. */
  withTexts(texts: ReadonlyMap<string, string>): Workspace {
    const copy = new Workspace(this.#host, []);
    for (const entry of this.#entries.values()) {
      const text = texts.get(entry.path);
      if (text === undefined) copy.#add(entry);
      else copy.#put(entry.path, text, entry.open);
    }
    return copy;
  }

  /** Returns the files that it holds. */
  addFolder(folder: string): readonly string[] {
    const paths = this.#host.listSources(folder);
    for (const path of paths) this.reload(path);
    return paths;
  }

  /** The folder's files, but for open ones. */
  closedBelow(folder: string): string[] {
    return this.paths.filter((path) => isBelow(path, folder) && !this.isOpen(path));
  }

  forget(path: string): void {
    this.#remove(path);
  }

  open(path: string, text: string): void {
    this.#put(path, text, true);
  }

  /** The editor lets go of it; what counts now is the disk. */
  close(path: string): void {
    const entry = this.#entries.get(path);
    if (entry) entry.open = false;
    this.reload(path);
  }

  /** The file on disk was made, changed or deleted. An open file's text is the editor's. */
  reload(path: string): void {
    if (this.#entries.get(path)?.open) return;
    const text = this.#host.read(path);
    if (text === undefined) this.#remove(path);
    else this.#put(path, text, false);
  }

  text(path: string): string | undefined {
    return this.#entries.get(path)?.text;
  }

  head(path: string): UnitHead | undefined {
    return this.#entries.get(path)?.head;
  }

  get paths(): string[] {
    return [...this.#entries.keys()];
  }

  isOpen(path: string): boolean {
    return this.#entries.get(path)?.open ?? false;
  }

  /** The file with that interface, seen from another file. */
  interfaceFile(name: string, from: string): string | undefined {
    return this.#nearest(name, from, (h) => h.kind === 'interface' && !h.generic);
  }

  genericFile(kind: UnitHead['kind'], name: string, from: string): string | undefined {
    return this.#nearest(name, from, (h) => h.kind === kind && h.generic);
  }

  /** Files with instances of a generic unit. */
  instances(kind: UnitHead['kind'], generic: string): string[] {
    const found: string[] = [];
    for (const { head, path } of this.#entries.values())
      if (head?.instanceOf === generic && head.kind === kind) found.push(path);
    return found;
  }

  *interfaceNames(): Generator<string> {
    for (const { head } of this.#entries.values()) if (head?.kind === 'interface' && !head.generic) yield head.name;
  }

  /** Files of modules that export the interface, the nearest first. */
  exporters(name: string, from: string): string[] {
    const found: string[] = [];
    for (const entry of this.#entries.values())
      if (entry.head?.kind === 'module' && entry.head.exports.includes(name)) found.push(entry.path);
    return found.sort((a, b) => commonPrefix(b, from) - commonPrefix(a, from));
  }

  /** Files that import a unit of that name, export it or are instances of it, directly or through others. */
  dependents(name: string): Set<string> {
    const users = new Map<string, Entry[]>();
    for (const entry of this.#entries.values()) {
      const { imports = [], exports = [], instanceOf } = entry.head ?? {};
      for (const used of new Set([...imports, ...exports, ...(instanceOf ? [instanceOf] : [])])) {
        const list = users.get(used);
        if (list) list.push(entry);
        else users.set(used, [entry]);
      }
    }
    const found = new Set<string>();
    const names = [name];
    const seen = new Set(names);
    for (let n = names.pop(); n !== undefined; n = names.pop()) {
      for (const entry of users.get(n) ?? []) {
        found.add(entry.path);
        const passesOn = entry.head?.kind === 'interface' || entry.head?.generic;
        if (entry.head && passesOn && !seen.has(entry.head.name)) {
          seen.add(entry.head.name);
          names.push(entry.head.name);
        }
      }
    }
    return found;
  }

  #nearest(name: string, from: string, wanted: (h: UnitHead) => boolean): string | undefined {
    let best: Entry | undefined;
    for (const entry of this.#byName.get(name) ?? []) {
      if (!entry.head || !wanted(entry.head)) continue;
      if (!best || commonPrefix(entry.path, from) > commonPrefix(best.path, from)) best = entry;
    }
    return best?.path;
  }

  #put(path: string, text: string, open: boolean): void {
    const old = this.#entries.get(path);
    if (old && old.text === text) {
      old.open = open;
      return;
    }
    this.#remove(path);
    this.#add({ path, text, open, head: readHead(text) });
  }

  #add(entry: Entry): void {
    this.#entries.set(entry.path, entry);
    if (entry.head) {
      const named = this.#byName.get(entry.head.name);
      if (named) named.add(entry);
      else this.#byName.set(entry.head.name, new Set([entry]));
    }
  }

  #remove(path: string): void {
    const entry = this.#entries.get(path);
    if (!entry) return;
    this.#entries.delete(path);
    if (entry.head) this.#byName.get(entry.head.name)?.delete(entry);
  }
}

const isBelow = (path: string, folder: string): boolean =>
  path.startsWith(folder) && /[/\\]/.test(path[folder.length] ?? folder.at(-1)!);

function commonPrefix(a: string, b: string): number {
  let i = 0;
  let folders = 0;
  while (i < a.length && i < b.length && a[i] === b[i]) {
    if (a[i] === '/') folders++;
    i++;
  }
  return folders;
}
