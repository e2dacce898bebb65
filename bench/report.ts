/**
 * Where measurements go: tables for people, or JSON for programs. A part of the suite is given one and does not know which.
 */
import { cpus, loadavg } from 'node:os';

/** Numbers are rounded for people, and only for them. */
export type Cell = string | number;

export interface Table {
  readonly title: string;
  readonly columns: readonly string[];
  /** The first cell of a row names it. */
  readonly rows: readonly (readonly Cell[])[];
}

export interface Report {
  table(title: string, columns: readonly string[], rows: readonly (readonly Cell[])[]): void;
  /** What a reader must know, such as who was left out and why. */
  note(text: string): void;
}

export const number = (n: number): string => {
  const size = Math.abs(n);
  return size < 10 ? n.toFixed(2) : size < 1000 ? n.toFixed(1) : Math.round(n).toString();
};

export function render({ title, columns, rows }: Table): string {
  const texts = rows.map((row) => row.map((c) => (typeof c === 'number' ? number(c) : c)));
  const widths = columns.map((h, i) => Math.max(h.length, ...texts.map((r) => r[i]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    row
      .map((c, i) => (i === 0 ? c.padEnd(widths[i]!) : c.padStart(widths[i]!)))
      .join('  ')
      .trimEnd();
  return [title, '', line(columns), widths.map((w) => '-'.repeat(w)).join('  '), ...texts.map(line)].join('\n');
}

/** Prints each table as soon as it is there. */
export class TextReport implements Report {
  readonly #print: (text: string) => void;
  constructor(print: (text: string) => void) {
    this.#print = print;
  }
  table(title: string, columns: readonly string[], rows: readonly (readonly Cell[])[]): void {
    this.#print(`\n${render({ title, columns, rows })}`);
  }
  note(text: string): void {
    this.#print(`\n(${text})`);
  }
}

export class JsonReport implements Report {
  readonly tables: Table[] = [];
  readonly notes: string[] = [];
  table(title: string, columns: readonly string[], rows: readonly (readonly Cell[])[]): void {
    this.tables.push({ title, columns, rows });
  }
  note(text: string): void {
    this.notes.push(text);
  }
}

export interface Machine {
  readonly node: string;
  readonly platform: string;
  readonly processor: string;
  readonly cores: number;
  /** How many wanted a processor during the last minute, five, and fifteen: more than there are cores means a busy machine. */
  readonly load: readonly number[];
}

export function machine(): Machine {
  const all = cpus();
  return {
    node: process.version,
    platform: `${process.platform} ${process.arch}`,
    processor: all[0]?.model ?? 'unknown',
    cores: all.length,
    load: loadavg(),
  };
}
