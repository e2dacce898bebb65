/**
 * Where imported units come from: library paths (compiled in), interface paths (another domain implements them), and the kernel's own interfaces.
 */
import { extname } from 'node:path';
import type { FoundFile, FoundUnit, SourceFile, UnitProvider } from '../language/check.ts';
import { decodeFile } from './bytecode-files.ts';
import { InputError } from './exit.ts';
import { librarySources } from './library.ts';
import { pathKind, readSource, sourcesBelow } from './sources.ts';

/** A file's unit is looked for by the file's name; a unit under another name is found when its text is read for a name that no file has. */
class SourceIndex {
  readonly #byName = new Map<string, string[]>();
  readonly #read: (path: string) => SourceFile;

  constructor(paths: Iterable<string>, read: (path: string) => SourceFile) {
    this.#read = read;
    for (const path of paths) {
      const name = path.replace(/^.*[/\\]/, '');
      const list = this.#byName.get(name);
      if (list) list.push(path);
      else this.#byName.set(name, [path]);
    }
  }

  get(unit: string, extension: string): FoundFile | undefined {
    const [path, ...others] = this.#byName.get(unit + extension) ?? [];
    if (path === undefined) return undefined;
    const file = this.#read(path);
    // Copies are no harm.
    const rivals = others.filter((other) => this.#read(other).text !== file.text);
    return rivals.length === 0 ? file : { ...file, rivals };
  }

  *interfaces(): Generator<string> {
    for (const name of this.#byName.keys()) if (name.endsWith('.i3')) yield name.slice(0, -3);
  }

  /** Modules that say EXPORTS with that interface. */
  exporters(name: string): SourceFile[] {
    const found: SourceFile[] = [];
    const pattern = new RegExp(`\\bEXPORTS\\s+[^;=]*\\b${name}\\b`);
    for (const [file, paths] of this.#byName) {
      if (!file.endsWith('.m3')) continue;
      for (const path of paths) {
        const source = this.#read(path);
        if (pattern.test(source.text)) found.push(source);
      }
    }
    return found;
  }
}

const cachedReads = (): ((path: string) => SourceFile) => {
  const files = new Map<string, SourceFile>();
  return (path) => {
    let file = files.get(path);
    if (!file) files.set(path, (file = readSource(path)));
    return file;
  };
};

function diskIndex(folder: string): SourceIndex {
  if (pathKind(folder) !== 'folder') throw new InputError(`${folder} is not a folder`);
  return new SourceIndex(sourcesBelow(folder), cachedReads());
}

let builtin: SourceIndex | undefined;
function builtinIndex(): SourceIndex {
  if (!builtin) {
    const files = new Map(librarySources().map((f) => [f.path, f]));
    builtin = new SourceIndex(files.keys(), (path) => files.get(path)!);
  }
  return builtin;
}

/** Interfaces whose sources are kept in a `.spx` file. */
function bytecodeInterfaces(path: string): Map<string, SourceFile> {
  return new Map(decodeFile(path).interfaces.map((i) => [i.name, { path: `${path}(${i.name}.i3)`, text: i.source }]));
}

export interface ProviderOptions {
  readonly libraryPaths: readonly string[];
  /** Folders and `.spx` files. */
  readonly interfacePaths: readonly string[];
  /** Interfaces of domains that are there already, by name; they come before the interface paths. */
  readonly loaded?: ReadonlyMap<string, SourceFile>;
}

export function createProvider(options: ProviderOptions): UnitProvider {
  const libraries = options.libraryPaths.map(diskIndex);
  const interfaces = options.interfacePaths.map((path) => {
    if (extname(path) === '.spx') return bytecodeInterfaces(path);
    return diskIndex(path);
  });
  const first = <I, R>(list: readonly I[], find: (item: I) => R | undefined): R | undefined => {
    for (const item of list) {
      const found = find(item);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  const generic = (name: string, extension: string): FoundFile | undefined =>
    first([...libraries, ...interfaces.filter((i) => i instanceof SourceIndex), builtinIndex()], (l) =>
      l.get(name, extension),
    );
  return {
    findInterface(name): FoundUnit | undefined {
      const own = first(libraries, (l) => l.get(name, '.i3'));
      if (own) return { ...own, own: true };
      const foreign =
        options.loaded?.get(name) ??
        first(interfaces, (i) => (i instanceof SourceIndex ? i.get(name, '.i3') : i.get(name))) ??
        builtinIndex().get(name, '.i3');
      return foreign ? { ...foreign, own: false } : undefined;
    },
    findModule: (name) => first(libraries, (l) => l.get(name, '.m3')),
    findExporters: (name) => libraries.flatMap((l) => l.exporters(name)),
    findGenericInterface: (name) => generic(name, '.ig'),
    findGenericModule: (name) => generic(name, '.mg'),
    *interfaceNames() {
      for (const l of libraries) yield* l.interfaces();
      if (options.loaded) yield* options.loaded.keys();
      for (const i of interfaces) yield* i instanceof SourceIndex ? i.interfaces() : i.keys();
      yield* builtinIndex().interfaces();
    },
  };
}
