/**
 * Values computed on first use, so that declarations may mention each other in any order.
 *
 * A queue remembers what has not been asked for yet; draining it makes every error appear, always in the order of creation.
 */

export interface LazyQueue {
  /** A memoised thunk. `circular` is called instead when the computation asks for its own result; its value becomes the result. */
  defer<T>(compute: () => T, circular: () => T): () => T;
  /** Computes everything deferred so far and by these computations. */
  drain(): void;
}

export function createLazyQueue(): LazyQueue {
  const waiting: (() => unknown)[] = [];
  return {
    defer(compute, circular) {
      const thunk = lazy(compute, circular);
      waiting.push(thunk);
      return thunk;
    },
    drain() {
      for (let i = 0; i < waiting.length; i++) waiting[i]!();
      waiting.length = 0;
    },
  };
}

/** A memoised thunk outside any queue. */
export function lazy<T>(compute: () => T, circular: () => T): () => T {
  let state: 'waiting' | 'running' | 'done' = 'waiting';
  let value: T;
  return () => {
    if (state === 'done') return value;
    if (state === 'running') {
      value = circular();
      state = 'done';
      return value;
    }
    state = 'running';
    const result = compute();
    // A circular use has fixed the value already; every user must see the same one.
    if ((state as string) !== 'done') value = result;
    state = 'done';
    return value!;
  };
}
