/**
 * Where editors find the library's sources. The server knows them by addresses of a scheme of their own, for a bundle has them inside.
 * A client that cannot show these is given the files of the installation, if it has them.
 */
import { existsSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';

export const LIBRARY_SCHEME = 'spin-library:';

export class LibraryFiles {
  /** The folder that has `lib/`; undefined as long as the scheme is used. */
  #root: string | undefined;

  /** Gives out files from now on. Not if the library is what is worked on: then its files are the workspace's own. */
  useDisk(workspace: readonly string[]): void {
    const root = ['..', '../../..']
      .map((up) => resolve(import.meta.dirname, up))
      .find((at) => existsSync(join(at, 'lib/io/IO.i3')));
    const inside = workspace.some(
      (folder) => root !== undefined && `${join(root, 'lib')}${sep}`.startsWith(resolve(folder) + sep),
    );
    this.#root = inside ? undefined : root;
  }

  /** The file to show for a path; the path itself if it is not the library's. */
  fileOf(path: string): string {
    if (this.#root === undefined || !path.startsWith(LIBRARY_SCHEME)) return path;
    return join(this.#root, ...path.slice(LIBRARY_SCHEME.length + 1).split('/'));
  }

  /** The library's path for a file of its; the file itself otherwise. */
  pathOf(file: string): string {
    const lib = this.#root === undefined ? undefined : join(this.#root, 'lib') + sep;
    if (lib === undefined || !file.startsWith(lib)) return file;
    return `${LIBRARY_SCHEME}/lib/${file.slice(lib.length).split(sep).join('/')}`;
  }
}
