/**
 * What is kept of every file that has been checked, in a few bytes a name: which names mean what, and what is wrong. It stays when the checked unit itself
 * is let go, until the file's text or that of something it imports changes.
 */
import type { Diagnostic } from '../../../diagnostics/diagnostic.ts';
import type { Used } from '../../types/model.ts';
import type { Name, NameRole } from './names.ts';

/** Where something is declared, as one number. */
export type Key = number;

export interface Occurrence {
  readonly start: number;
  readonly end: number;
  readonly role: NameRole;
}

export interface FileOccurrences {
  readonly keys: Float64Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly roles: Uint8Array;
  readonly errors: readonly Pick<Diagnostic, 'code' | 'message' | 'span'>[];
}

const ROLES: readonly NameRole[] = ['declaration', 'use', 'end', 'alias', 'pragma'];
const OFFSETS = 2 ** 32;

/** Numbers for declarations. Files and predeclared names are numbered as they come; there are few of them. */
export class Keys {
  readonly #numbers = new Map<string, number>();
  readonly #names: string[] = [];

  of({ name, span }: Pick<Used, 'name' | 'span'>): Key {
    return span.file === '' ? this.#number(`:${name}`) * OFFSETS : this.#number(span.file) * OFFSETS + span.start;
  }

  /** The file is empty for what is predeclared. */
  place(key: Key): { file: string; start: number } {
    const file = this.#names[Math.floor(key / OFFSETS)]!;
    return file.startsWith(':') ? { file: '', start: 0 } : { file, start: key % OFFSETS };
  }

  #number(name: string): number {
    let number = this.#numbers.get(name);
    if (number === undefined) {
      number = this.#names.length;
      this.#numbers.set(name, number);
      this.#names.push(name);
    }
    return number;
  }
}

export function occurrencesOf(names: readonly Name[], diagnostics: readonly Diagnostic[], keys: Keys): FileOccurrences {
  const result = {
    keys: new Float64Array(names.length),
    starts: new Int32Array(names.length),
    ends: new Int32Array(names.length),
    roles: new Uint8Array(names.length),
    errors: diagnostics
      .filter((d) => d.severity === 'error')
      .map(({ code, message, span }) => ({ code, message, span })),
  };
  names.forEach(({ used, span, role }, i) => {
    result.keys[i] = keys.of(used);
    result.starts[i] = span.start;
    result.ends[i] = span.end;
    result.roles[i] = ROLES.indexOf(role);
  });
  return result;
}

/** In order of position. */
export function withKeys(file: FileOccurrences, wanted: ReadonlySet<Key>): Occurrence[] {
  const found: Occurrence[] = [];
  for (let i = 0; i < file.keys.length; i++) if (wanted.has(file.keys[i]!)) found.push(occurrenceAt(file, i));
  return found;
}

export function occurrenceAt({ starts, ends, roles }: FileOccurrences, index: number): Occurrence {
  return { start: starts[index]!, end: ends[index]!, role: ROLES[roles[index]!]! };
}
