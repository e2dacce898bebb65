/** Between our offsets and the protocol's positions (UTF-16, from 0). */
import type { Position, Range } from 'vscode-languageserver';
import type { Span } from '../../diagnostics/diagnostic.ts';
import { LineMap } from '../../diagnostics/lines.ts';

export class TextMap {
  readonly #map: LineMap;
  readonly text: string;

  constructor(text: string) {
    this.text = text;
    this.#map = new LineMap(text);
  }

  position(offset: number): Position {
    const { line, column } = this.#map.position(offset);
    return { line: line - 1, character: column - 1 };
  }

  range(span: Pick<Span, 'start' | 'end'>): Range {
    return { start: this.position(span.start), end: this.position(span.end) };
  }

  /** Positions beyond a line's or the text's end count as that end. */
  offset(position: Position): number {
    return this.#map.offset(position.line + 1, position.character + 1);
  }
}
