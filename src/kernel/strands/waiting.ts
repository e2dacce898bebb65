/** The waiting of a strand for somebody to wake it, which happens once: who comes late finds it over. */
import type { Continuation, Strand, Wait } from './strand.ts';

/** Who is told when a waiting ends. */
export interface Woken {
  goOn(strand: Strand, continuation: Continuation): void;
}

export class Waiting<V> implements Wait {
  readonly strand: Strand;
  readonly #woken: Woken;
  readonly #over = Promise.withResolvers<V>();

  constructor(strand: Strand, woken: Woken) {
    this.strand = strand;
    this.#woken = woken;
    strand.wait = this;
  }

  get isOver(): boolean {
    return this.strand.wait !== this;
  }

  /** For the Suspending import that the strand waits in. */
  get over(): Promise<V> {
    return this.#over.promise;
  }

  wake(value: V): void {
    if (this.isOver) return;
    this.strand.result = value;
    this.#end(this.#over);
  }

  fail(error: unknown): void {
    if (this.isOver) return;
    const { reject } = this.#over;
    this.#end({ resolve: () => reject(error), reject });
  }

  abandon(): void {
    if (!this.isOver) this.#end(this.#over);
  }

  #end(continuation: Continuation): void {
    const { strand } = this;
    strand.wait = undefined;
    strand.waitsFor = undefined;
    this.#woken.goOn(strand, continuation);
  }
}
