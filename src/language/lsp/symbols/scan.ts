/** The top-level declarations of a text and the methods of its object types, from its tokens alone: quick enough for thousands of files. */
import { SymbolKind } from 'vscode-languageserver';
import { tokenize } from '../../parser/tokens.ts';
import type { Token } from '../../parser/tree.ts';

export interface ScannedSymbol {
  readonly name: string;
  readonly kind: SymbolKind;
  /** The unit, or `Unit.Type` for methods; absent for units. */
  readonly container?: string;
  readonly start: number;
  readonly end: number;
}

const SECTIONS = new Set(['CONST', 'TYPE', 'VAR', 'EXCEPTION', 'REVEAL']);

export function scanSymbols(text: string): ScannedSymbol[] {
  return new Scanner(tokenize(text).visible).run();
}

class Scanner {
  readonly #tokens: readonly Token[];
  readonly #found: ScannedSymbol[] = [];
  #at = 0;
  #unit = '';

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  run(): ScannedSymbol[] {
    const head = this.#tokens.findIndex((t) => t.image === 'INTERFACE' || t.image === 'MODULE');
    if (head < 0 || !this.#isName(head + 1)) return [];
    const kind = this.#image(head) === 'INTERFACE' ? SymbolKind.Interface : SymbolKind.Module;
    this.#add(head + 1, kind, undefined);
    this.#unit = this.#image(head + 1)!;
    this.#at = head + 2;
    this.#declarations();
    return this.#found;
  }

  #declarations(): void {
    let section = '';
    let awaitsName = false;
    while (this.#at < this.#tokens.length) {
      const image = this.#image(this.#at)!;
      if (image === 'BEGIN') return;
      if (SECTIONS.has(image)) {
        section = image;
        awaitsName = true;
      } else if (image === 'PROCEDURE' && this.#isName(this.#at + 1)) {
        section = '';
        this.#procedure();
      } else if (image === ';') awaitsName = section !== '';
      else if (awaitsName && this.#isName(this.#at)) {
        awaitsName = false;
        this.#declaration(section);
        continue;
      }
      this.#at++;
    }
  }

  /** From its name to before the `;`. */
  #declaration(section: string): void {
    const name = this.#at;
    if (section === 'VAR') {
      this.#add(name, SymbolKind.Variable);
      while (this.#image(this.#at + 1) === ',' && this.#isName(this.#at + 2)) {
        this.#at += 2;
        this.#add(this.#at, SymbolKind.Variable);
      }
    } else if (section === 'CONST') this.#add(name, SymbolKind.Constant);
    else if (section === 'EXCEPTION') this.#add(name, SymbolKind.Event);
    else if (section === 'TYPE') this.#add(name, this.#typeKind(name + 2));
    this.#at++;
    this.#rest(section === 'TYPE' ? `${this.#unit}.${this.#image(name)!}` : undefined);
  }

  /** To the `;` that ends a declaration; methods on the way are those of `type`. */
  #rest(type: string | undefined): void {
    let depth = 0;
    let inMethods = false;
    for (; this.#at < this.#tokens.length; this.#at++) {
      const image = this.#image(this.#at)!;
      if (depth === 0 && (image === ';' || image === 'BEGIN' || SECTIONS.has(image))) return;
      if ('([{'.includes(image) || image === 'RECORD' || image === 'OBJECT') depth++;
      else if (')]}'.includes(image) || image === 'END') depth--;
      else if (image === 'METHODS') inMethods = true;
      else if (image === 'OVERRIDES') inMethods = false;
      else if (inMethods && type && this.#isName(this.#at) && this.#image(this.#at + 1) === '(' && depth === 1) {
        const before = this.#image(this.#at - 1)!;
        if (before === ';' || before === 'METHODS' || before === 'EPHEMERAL' || before === 'FUNCTIONAL')
          this.#add(this.#at, SymbolKind.Method, type);
      }
    }
  }

  /** With its body, which ends at the next END of its name. */
  #procedure(): void {
    const name = this.#image(this.#at + 1)!;
    this.#add(this.#at + 1, SymbolKind.Function);
    let depth = 0;
    for (this.#at += 2; this.#at < this.#tokens.length; this.#at++) {
      const image = this.#image(this.#at)!;
      if ('({'.includes(image)) depth++;
      else if (')}'.includes(image)) depth--;
      else if (depth === 0 && image === ';') return;
      else if (depth === 0 && image === '=') break;
    }
    for (let i = this.#at; i < this.#tokens.length; i++) {
      if (this.#image(i) !== 'END' || this.#image(i + 1) !== name || this.#image(i + 2) === '.') continue;
      this.#at = i + 1;
      return;
    }
  }

  #typeKind(at: number): SymbolKind {
    for (let i = at; i < at + 8; i++) {
      const image = this.#image(i);
      if (image === 'OBJECT') return SymbolKind.Class;
      if (image === 'RECORD') return SymbolKind.Struct;
      if (image === '{') return SymbolKind.Enum;
      if (image === ';' || image === undefined) break;
    }
    return SymbolKind.Class;
  }

  #add(index: number, kind: SymbolKind, container: string | undefined = this.#unit): void {
    const { image, offset, end } = this.#tokens[index]!;
    this.#found.push({ name: image, kind, start: offset, end, ...(container ? { container } : {}) });
  }

  #image(index: number): string | undefined {
    return this.#tokens[index]?.image;
  }

  #isName(index: number): boolean {
    return this.#tokens[index]?.tokenType.name === 'ID';
  }
}
