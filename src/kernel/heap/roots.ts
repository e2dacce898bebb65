/**
 * Where marking begins: the kernel's handles, the globals of domains, the stacks of strands.
 */
import type { RefMap } from '../types/runtime-type.ts';

/** A reference that TypeScript holds; keeps its object alive until released. */
export interface Handle {
  readonly ref: number;
  release(): void;
}

/** A reference that does not keep its object alive; `ref` is 0 (NIL) when that is gone. */
export interface WeakHandle {
  readonly ref: number;
  release(): void;
}

/** An object whose end is waited for. It is told once; until `release`, the object and what it leads to stay. */
export interface LastWord {
  readonly ref: number;
  /** In the middle of an operation of the heap: nothing may be collected meanwhile. */
  readonly onEnd: () => void;
}

/**
 * A value that lives as long as an object does, if nothing else keeps either. `owner` is 0 when that object's memory is given back; unlike a weak handle it
 * stays through last words.
 */
export interface Attachment {
  readonly owner: number;
  /** Reference; 0 for none. */
  value: number;
  release(): void;
}

/** A stack of frames; every word from `base` up to `top()` that looks like an address keeps what it points to or into. */
export interface StackRoots {
  readonly base: number;
  /** First address that is not in use: the stack pointer. */
  top(): number;
}

export interface GlobalRoots {
  readonly address: number;
  readonly refs: RefMap;
}

export class Roots {
  /** References held by TypeScript, 0 where free. */
  private held: number[] = [];
  private freeHandles: number[] = [];
  readonly weak = new Set<{ ref: number }>();
  readonly attached = new Set<{ owner: number; value: number }>();
  /** Not ended yet. */
  readonly lastWords = new Set<LastWord>();
  /** Ended, and something is still to be done with them. */
  readonly ended = new Set<LastWord>();
  readonly stacks = new Set<StackRoots>();
  readonly globals = new Map<number, GlobalRoots[]>();
  orphans: GlobalRoots[] = [];
  /** References in the hands of the running operation of the heap itself. */
  readonly transient: number[] = [];

  hold(ref: number): Handle {
    const index = this.freeHandles.pop() ?? this.held.length;
    this.held[index] = ref;
    let released = false;
    return {
      ref,
      release: () => {
        if (released) return;
        released = true;
        this.held[index] = 0;
        this.freeHandles.push(index);
      },
    };
  }

  holdWeakly(ref: number): WeakHandle {
    const cell = { ref };
    this.weak.add(cell);
    return {
      get ref() {
        return cell.ref;
      },
      release: () => void this.weak.delete(cell),
    };
  }

  attach(owner: number, value = 0): Attachment {
    const { attached } = this;
    const attachment = { owner, value, release: () => void attached.delete(attachment) };
    attached.add(attachment);
    return attachment;
  }

  get handles(): readonly number[] {
    return this.held;
  }

  /** Handles in use. */
  get handleCount(): number {
    return this.held.length - this.freeHandles.length;
  }

  addGlobals(domain: number, address: number, refs: RefMap): void {
    if (refs.length === 0) return;
    const list = this.globals.get(domain);
    if (list) list.push({ address, refs });
    else this.globals.set(domain, [{ address, refs }]);
  }

  /** The globals of a destroyed domain are no roots, but lead on where something still points to them. */
  orphanGlobals(domain: number): void {
    this.orphans.push(...(this.globals.get(domain) ?? []));
    this.globals.delete(domain);
  }
}
