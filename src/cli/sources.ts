/**
 * Source files on the host's disk: which files a command line names, and their text.
 */
import {
  type Dirent,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, extname, join, resolve } from 'node:path';
import { InputError } from './exit.ts';

export interface SourceFile {
  /** As the user would write it. */
  readonly path: string;
  readonly text: string;
}

const SOURCE_EXTENSIONS = ['.i3', '.m3', '.ig', '.mg'];
const SKIPPED_FOLDERS = new Set(['node_modules']);

export const isSourcePath = (path: string): boolean => SOURCE_EXTENSIONS.includes(extname(path));

/** The name of an extension made from that path: the file's or folder's own name. */
export const extensionName = (path: string): string => basename(path, extname(path)) || 'extension';

export type PathKind = 'folder' | 'source' | 'spx';

/** What a path on the command line is; anything else is an InputError that says so. */
export function pathKind(path: string): PathKind {
  let folder: boolean;
  try {
    folder = statSync(path).isDirectory();
  } catch (e) {
    throw new InputError(`cannot read ${path}: ${reason(e)}`);
  }
  if (folder) return 'folder';
  if (isSourcePath(path)) return 'source';
  if (extname(path) === '.spx') return 'spx';
  throw new InputError(
    `${path} is neither a Modula-3 source file (${SOURCE_EXTENSIONS.join(' ')}) nor a .spx file nor a folder`,
  );
}

/** Every source file below a folder, in order of their paths. */
export function sourcesBelow(folder: string): string[] {
  const found: string[] = [];
  const visited = new Set<string>();
  const visit = (at: string): void => {
    let entries: Dirent[];
    try {
      // Links may lead back up, or twice to one folder.
      const place = realpathSync(at);
      if (visited.has(place)) return;
      visited.add(place);
      entries = readdirSync(at, { withFileTypes: true });
    } catch (e) {
      throw new InputError(`cannot read folder ${at}: ${reason(e)}`);
    }
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = join(at, entry.name);
      if (isFolder(entry, path)) {
        if (!entry.name.startsWith('.') && !SKIPPED_FOLDERS.has(entry.name)) visit(path);
      } else if (isSourcePath(entry.name)) found.push(path);
    }
  };
  visit(folder);
  return found;
}

/** A link counts as what it leads to; one that leads nowhere as a file. */
function isFolder(entry: Dirent, path: string): boolean {
  if (!entry.isSymbolicLink()) return entry.isDirectory();
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

export function readSource(path: string): SourceFile {
  try {
    return { path, text: decodeSource(readFileSync(path)) };
  } catch (e) {
    throw new InputError(`cannot read ${path}: ${reason(e)}`);
  }
}

export function readBytes(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (e) {
    throw new InputError(`cannot read ${path}: ${reason(e)}`);
  }
}

/** Sources are UTF-8; old ones that are not are Latin-1. */
function decodeSource(bytes: Buffer): string {
  return encodedSource(bytes).text;
}

/** The text in the bytes of a file, and the way back: `encode(text)` gives the same bytes. */
export function encodedSource(bytes: Buffer): { text: string; encode(text: string): Buffer } {
  // Editors put the mark of UTF-8 in front of either.
  const mark = bytes.subarray(0, bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0);
  const rest = bytes.subarray(mark.length);
  let encoding: 'utf8' | 'latin1' = 'utf8';
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(rest);
  } catch {
    encoding = 'latin1';
    text = rest.toString('latin1');
  }
  return { text, encode: (changed) => Buffer.concat([mark, Buffer.from(changed, encoding)]) };
}

/**
 * Puts new contents in place of a file's in one step: whoever reads it sees the old or the new, also if the power fails. It keeps its
 * mode, and a link stays a link.
 */
export function replaceFile(path: string, bytes: Uint8Array): void {
  let temporary: string | undefined;
  try {
    const place = realpathSync(path);
    temporary = `${place}.${process.pid}.tmp`;
    writeFileSync(temporary, bytes, { mode: statSync(place).mode, flag: 'wx' });
    renameSync(temporary, place);
  } catch (e) {
    if (temporary !== undefined) rmSync(temporary, { force: true });
    throw new InputError(`cannot write ${path}: ${reason(e)}`);
  }
}

/** The files named by paths that are sources or folders; a file named twice, or in two ways, counts once. */
export function gatherSources(paths: readonly string[]): SourceFile[] {
  return sourcePaths(paths).map(readSource);
}

export function sourcePaths(paths: readonly string[]): string[] {
  const files = new Map<string, string>();
  const add = (path: string): void => {
    const place = resolve(path);
    if (!files.has(place)) files.set(place, path);
  };
  for (const path of paths) {
    const kind = pathKind(path);
    if (kind === 'spx') throw new InputError(`${path} is compiled already; source files are wanted here`);
    if (kind === 'source') add(path);
    else {
      const below = sourcesBelow(path);
      if (below.length === 0)
        throw new InputError(`${path} has no Modula-3 source files (${SOURCE_EXTENSIONS.join(' ')}) below it`);
      for (const file of below) add(file);
    }
  }
  return [...files.values()];
}

export function reason(e: unknown): string {
  const code = (e as NodeJS.ErrnoException).code;
  switch (code) {
    case 'ENOENT':
      return 'no such file or folder';
    case 'EACCES':
      return 'permission denied';
    case 'EISDIR':
      return 'it is a folder';
    default:
      return (e as Error).message;
  }
}
