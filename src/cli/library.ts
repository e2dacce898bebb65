/**
 * What the tools carry with them: the sources of the standard library, the compiled kernel and the compiled packages.
 *
 * The built tools have all of it beside them in `dist/` (`scripts/build.ts` puts it there), and read what they need; run from the source tree they read
 * the sources themselves.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, relative, resolve, sep } from 'node:path';
import { type CodeImage, decodeImage } from '../kernel/codegen/image.ts';
import type { PackageFinder } from '../kernel/load/packages.ts';
import type { SourceFile } from './sources.ts';

/** Set in the built tools, whose folder is `dist/`. */
declare const __BUILT__: true | undefined;

/** The file of the program at hand, there. */
declare const __PROGRAM__: string;

const BUILT = typeof __BUILT__ !== 'undefined';
const ROOT = resolve(import.meta.dirname, '../..');
const DIST = BUILT ? import.meta.dirname : join(ROOT, 'dist');

/** Reads `lib/` below a folder: path from there, with `/`, to text. */
export function readLibrary(root: string): Record<string, string> {
  const library: Record<string, string> = {};
  for (const entry of readdirSync(join(root, 'lib'), { recursive: true, encoding: 'utf8' }).sort()) {
    if (/\.(i3|m3|ig|mg)$/.test(entry)) {
      const path = join(root, 'lib', entry);
      library[relative(root, path).split(sep).join('/')] = readFileSync(path, 'utf8');
    }
  }
  return library;
}

/** What `readLibrary` gave when the tools were built, as JSON. */
export const SOURCES_FILE = 'sources.json';

let sources: SourceFile[] | undefined;

/** Every unit of the standard library, e.g. `lib/io/Wr.i3`. */
export function librarySources(): readonly SourceFile[] {
  sources ??= Object.entries(BUILT ? builtSources() : readLibrary(ROOT)).map(([path, text]) => ({ path, text }));
  return sources;
}

const builtSources = (): Record<string, string> => JSON.parse(readFileSync(join(DIST, SOURCES_FILE), 'utf8'));

/** Folders of `lib/` that make up the kernel's own extension: what it needs itself, and what has native procedures. */
const KERNEL_FOLDERS: readonly string[] = ['core', 'io'];

/** The folder below `lib/` that a source is in, e.g. `io`, or `table/int`. */
const folderOf = (path: string): string => path.slice('lib/'.length, path.lastIndexOf('/'));

/** Sources of the kernel's own extension. */
export function kernelSources(): SourceFile[] {
  return librarySources().filter(({ path }) => /\.[im]3$/.test(path) && KERNEL_FOLDERS.includes(folderOf(path)));
}

/** Sources of every other folder that has more than generic units: each is a package, loaded when something imports from it. */
export function packageSources(): Map<string, SourceFile[]> {
  const packages = new Map<string, SourceFile[]>();
  for (const file of librarySources()) {
    const folder = folderOf(file.path);
    if (KERNEL_FOLDERS.includes(folder) || !/\.[im]3$/.test(file.path)) continue;
    packages.set(folder, [...(packages.get(folder) ?? []), file]);
  }
  return packages;
}

/** The kernel's own extension, compiled from the library. */
export function kernelBytes(): Uint8Array {
  return readFileSync(join(DIST, 'kernel.spx'));
}

/** What `bootImage` makes of it, in a file beside the program. */
export function kernelImage(): CodeImage | undefined {
  if (!BUILT) return undefined;
  try {
    return decodeImage(readFileSync(__PROGRAM__.replace(/js$/, 'image')));
  } catch {
    // Without it, booting takes longer.
    return undefined;
  }
}

/** Where a compiled package is kept below `dist/`. */
export const packageFile = (folder: string): string => `lib/${folder.replaceAll('/', '-')}.spx`;

function packageBytes(folder: string): Uint8Array {
  return readFileSync(join(DIST, packageFile(folder)));
}

/** Finds packages by the interfaces in their folders, which are named like their files. */
export function packageFinder(read: (folder: string) => Uint8Array = packageBytes): PackageFinder {
  let folders: Map<string, string> | undefined;
  return (interfaceName) => {
    folders ??= new Map(
      [...packageSources()].flatMap(([folder, files]) =>
        files.flatMap(({ path }) => (path.endsWith('.i3') ? [[basename(path, '.i3'), folder]] : [])),
      ),
    );
    const folder = folders.get(interfaceName);
    return folder === undefined ? undefined : { name: `lib/${folder}`, read: () => read(folder) };
  };
}
