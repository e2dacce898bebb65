/**
 * The locals of one procedure: parameters, declared variables, and temporaries that statements share.
 */
import type { LocalDef, LocalKind } from '../../bytecode/module.ts';
import type { TypeIndex } from '../../bytecode/types.ts';

interface MutableLocal {
  kind: LocalKind;
  type: TypeIndex;
  captured: boolean;
  name: string;
}

export class LocalTable {
  readonly #locals: MutableLocal[] = [];
  readonly #free = new Map<string, number[]>();
  /** Temporaries taken by the statement being lowered and by those around it. */
  readonly #taken: { readonly key: string; readonly local: number }[] = [];

  get defs(): readonly LocalDef[] {
    return this.#locals;
  }

  declare(kind: LocalKind, type: TypeIndex, name: string, captured = false): number {
    this.#locals.push({ kind, type, name, captured });
    return this.#locals.length - 1;
  }

  /** A local that nobody else uses until the innermost `scope` ends. */
  temporary(kind: LocalKind, type: TypeIndex): number {
    const key = `${kind} ${type}`;
    const local = this.#free.get(key)?.pop() ?? this.declare(kind, type, `t${this.#locals.length}`);
    this.#taken.push({ key, local });
    return local;
  }

  /** Runs `action` and gives back the temporaries that it took. */
  scope<R>(action: () => R): R {
    const height = this.#taken.length;
    const result = action();
    while (this.#taken.length > height) {
      const { key, local } = this.#taken.pop()!;
      const free = this.#free.get(key);
      if (free) free.push(local);
      else this.#free.set(key, [local]);
    }
    return result;
  }
}
