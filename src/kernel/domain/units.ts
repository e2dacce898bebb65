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
  readonly #all = new Map<number, T>();
  #last = 0;

  add(make: (number: number) => T): T {
    const made = make(++this.#last);
    this.#all.set(this.#last, made);
    return made;
  }

  /** Its number is not used again. */
  remove(number: number): void {
    this.#all.delete(number);
  }

  [Symbol.iterator](): IterableIterator<T> {
    return this.#all.values();
  }

  get(number: number): T | undefined {
    return this.#all.get(number);
  }

  find(test: (item: T) => boolean): T | undefined {
    for (const item of this.#all.values()) if (test(item)) return item;
    return undefined;
  }
}
