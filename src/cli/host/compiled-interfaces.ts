/**
 * The interfaces that compiled extensions carry, for the language server: files of the library's scheme below `compiled/` and the extension's path.
 * A client that can only open what is on the disk is given copies in a folder for them, which goes with the server.
 */
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { decodeFile } from '../bytecode-files.ts';
import { LIBRARY_SCHEME } from './library-files.ts';

export class CompiledInterfaces {
  readonly #texts = new Map<string, string>();
  /** Copies on the disk, both ways. */
  readonly #copies = new Map<string, string>();
  readonly #originals = new Map<string, string>();
  #isCopying = false;
  #folder: string | undefined;

  /** The interfaces of a `.spx` file; throws an InputError if it is none. */
  list(extension: string): string[] {
    return decodeFile(extension).interfaces.map(({ name, source }) => {
      const path = `${LIBRARY_SCHEME}/compiled/${extension.replace(/^[/\\]/, '').replaceAll('\\', '/')}/${name}.i3`;
      this.#texts.set(path, source);
      this.#copies.delete(path);
      return path;
    });
  }

  text(path: string): string | undefined {
    return this.#texts.get(path);
  }

  useDisk(): void {
    this.#isCopying = true;
  }

  /** The file to show for a path; undefined if it is not one of these, or the client shows them by itself. */
  fileOf(path: string): string | undefined {
    const text = this.#isCopying ? this.#texts.get(path) : undefined;
    if (text === undefined) return undefined;
    let file = this.#copies.get(path);
    if (file === undefined) {
      file = join(this.#own(), path.slice(`${LIBRARY_SCHEME}/compiled/`.length).replaceAll(':', '_'));
      mkdirSync(dirname(file), { recursive: true });
      rmSync(file, { force: true });
      writeFileSync(file, text);
      chmodSync(file, 0o444);
      this.#copies.set(path, file);
      this.#originals.set(file, path);
    }
    return file;
  }

  /** The path of a copy. */
  pathOf(file: string): string | undefined {
    return this.#originals.get(file);
  }

  #own(): string {
    if (this.#folder === undefined) {
      const folder = mkdtempSync(join(tmpdir(), 'spin-interfaces-'));
      process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
      this.#folder = folder;
    }
    return this.#folder;
  }
}
