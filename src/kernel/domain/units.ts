/**
 * Identities of units and exceptions: two interfaces of one name in two domains are two units.
 */
import type { RuntimeType } from '../types/runtime-type.ts';

export interface UnitInfo {
  readonly identity: number;
  readonly kind: 'interface' | 'module';
  readonly name: string;
  /** Number of the extension that it belongs to. */
  readonly extension: number;
  /** Interfaces that a module exports. */
  readonly exports: readonly string[];
}

export interface ExceptionInfo {
  readonly number: number;
  /** `Unit.Name`. */
  readonly name: string;
  readonly implicit: boolean;
  readonly extension: number;
  /** Known from linking on. */
  argument?: RuntimeType;
}

/** Numbers things from 1. */
export class Registry<T> {
  readonly #all: (T | undefined)[] = [undefined];

  add(make: (number: number) => T): T {
    const made = make(this.#all.length);
    this.#all.push(made);
    return made;
  }

  get(number: number): T | undefined {
    return this.#all[number];
  }

  find(test: (item: T) => boolean): T | undefined {
    return this.#all.find((item) => item !== undefined && test(item));
  }
}
