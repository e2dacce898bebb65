/**
 * What the tools carry with them: the sources of the standard library and the compiled kernel.
 *
 * A bundle has both inside (put there by `scripts/build.ts`); when run from the source tree they are read from `lib/` and `dist/`.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import type { SourceFile } from './sources.ts';

declare const __LIBRARY__: Readonly<Record<string, string>> | undefined;
declare const __KERNEL__: string | undefined;

const ROOT = resolve(import.meta.dirname, '../..');

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

let sources: SourceFile[] | undefined;

/** Every unit of the standard library, e.g. `lib/io/Wr.i3`. */
export function librarySources(): readonly SourceFile[] {
  sources ??= Object.entries(typeof __LIBRARY__ === 'undefined' ? readLibrary(ROOT) : __LIBRARY__).map(
    ([path, text]) => ({ path, text }),
  );
  return sources;
}

/** The kernel's own extension, compiled from the library. */
export function kernelBytes(): Uint8Array {
  return typeof __KERNEL__ === 'undefined'
    ? readFileSync(join(ROOT, 'dist/kernel.spx'))
    : Buffer.from(__KERNEL__, 'base64');
}
