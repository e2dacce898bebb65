/** Which index each label of a text means. Collected before anything else is read, for labels may be used before their definition. */
import { BUILTIN_NAMES } from './names.ts';
import { type Line, LineReader } from './tokens.ts';

export type LabelKind = 'type' | 'proc' | 'global' | 'exception' | 'text' | 'unit' | 'local';

const KEYWORDS: ReadonlyMap<string, LabelKind> = new Map([
  ['type', 'type'],
  ['procedure', 'proc'],
  ['global', 'global'],
  ['exception', 'exception'],
  ['text', 'text'],
  ['unit', 'unit'],
]);

export class Scope {
  readonly #labels: Record<LabelKind, Map<string, number>> = {
    type: new Map(BUILTIN_NAMES.map((name, i) => [name, i])),
    proc: new Map(),
    global: new Map(),
    exception: new Map(),
    text: new Map(),
    unit: new Map(),
    local: new Map(),
  };

  /** Gives a label the next index of its kind. */
  define(kind: LabelKind, reader: LineReader): void {
    const label = reader.word('a label');
    if (!/^[A-Za-z_][\w.$]*$/.test(label)) reader.back().fail('B3001', `${label} cannot be a label`);
    const labels = this.#labels[kind];
    if (labels.has(label)) reader.back().fail('B3003', `the ${kind} label ${label} is defined twice`);
    labels.set(label, labels.size);
  }

  /** The labels of locals belong to one procedure. */
  clearLocals(): void {
    this.#labels.local.clear();
  }

  /** A label, or a bare index (which need not exist). */
  use(kind: LabelKind, reader: LineReader): number {
    const label = reader.word(`a ${kind} label`);
    if (/^\d{1,10}$/.test(label)) return reader.back().natural(`a ${kind} index`);
    return this.#labels[kind].get(label) ?? reader.back().fail('B3002', `no ${kind} has the label ${label}`);
  }

  /** Whether the next token can be a label. */
  has(kind: LabelKind, reader: LineReader): boolean {
    const token = reader.peek();
    return token?.kind === 'word' && (this.#labels[kind].has(token.text) || /^\d+$/.test(token.text));
  }
}

/** Imported items come before the file's own, wherever they stand in the text. */
export function collectLabels(lines: readonly Line[]): Scope {
  const scope = new Scope();
  const own: [LabelKind, LineReader][] = [];
  let depth = 0;
  let inImport = false;
  for (const line of lines) {
    const reader = new LineReader(line);
    const first = line.tokens[0]!;
    const keyword = first.kind === 'word' ? first.text : '';
    if (depth === 0) inImport = keyword === 'import';
    const kind = KEYWORDS.get(keyword);
    if (depth === 0 && kind) own.push([kind, reader]);
    if (depth === 1 && inImport && kind) defineAfterKeyword(scope, kind, reader);
    for (const token of line.tokens) {
      if (token.kind === 'mark' && token.text === '{') depth++;
      if (token.kind === 'mark' && token.text === '}') depth = Math.max(0, depth - 1);
    }
  }
  for (const [kind, reader] of own) defineAfterKeyword(scope, kind, reader);
  return scope;
}

function defineAfterKeyword(scope: Scope, kind: LabelKind, reader: LineReader): void {
  reader.word('a keyword');
  scope.define(kind, reader);
}
