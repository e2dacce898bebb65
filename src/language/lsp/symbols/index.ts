/** The scanned symbols of files, kept as long as their texts are the same. */
import type { Workspace } from '../workspace.ts';
import { type ScannedSymbol, scanSymbols } from './scan.ts';

export class SymbolIndex {
  readonly #workspace: Workspace;
  readonly #known = new Map<string, { readonly text: string; readonly symbols: readonly ScannedSymbol[] }>();

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
  }

  of(path: string): readonly ScannedSymbol[] {
    const text = this.#workspace.text(path);
    if (text === undefined) {
      this.#known.delete(path);
      return [];
    }
    let entry = this.#known.get(path);
    if (entry?.text !== text) this.#known.set(path, (entry = { text, symbols: scanSymbols(text) }));
    return entry.symbols;
  }

  /** Lets go of files that are no more. */
  tidy(): void {
    for (const path of this.#known.keys()) if (this.#workspace.text(path) === undefined) this.#known.delete(path);
  }
}
