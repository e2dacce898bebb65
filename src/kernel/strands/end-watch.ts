/**
 * Who waits for strands to end, or to be seen where they do no harm.
 */
import type { Strand } from './strand.ts';

interface Watch {
  readonly waitingFor: Set<Strand>;
  readonly then: () => void;
  /** Whether a strand with that stack trace is still of concern. */
  readonly concerns?: (stack: string, strand: Strand) => boolean;
}

export class EndWatch {
  readonly #watches = new Set<Watch>();
  /** Watches that look at stacks. */
  #looking = 0;

  /**
   * Calls `then` when the last of those strands has ended, or has been seen giving up the processor with a stack that is of no concern; at once if there is
   * none. A strand must not become of concern again.
   */
  whenEnded(strands: Iterable<Strand>, then: () => void, concerns?: (stack: string, strand: Strand) => boolean): void {
    const waitingFor = new Set<Strand>();
    for (const s of strands) if (s.state !== 'ended') waitingFor.add(s);
    if (waitingFor.size === 0) then();
    else {
      this.#watches.add({ waitingFor, then, ...(concerns ? { concerns } : {}) });
      if (concerns) this.#looking++;
    }
  }

  ended(strand: Strand): void {
    for (const watch of this.#watches) if (watch.waitingFor.delete(strand)) this.#finish(watch);
  }

  /** The running strand is in a procedure of the kernel, called by the code at hand. */
  look(strand: Strand): void {
    // Parts of its stack are elsewhere while a native calls for it.
    if (this.#looking === 0 || strand.suspended > 0) return;
    const concerned = [...this.#watches].filter((w) => w.concerns && w.waitingFor.has(strand));
    if (concerned.length === 0) return;
    const stack = wholeStack();
    for (const watch of concerned) {
      if (watch.concerns!(stack, strand)) continue;
      watch.waitingFor.delete(strand);
      this.#finish(watch);
    }
  }

  #finish(watch: Watch): void {
    if (watch.waitingFor.size > 0) return;
    this.#watches.delete(watch);
    if (watch.concerns) this.#looking--;
    watch.then();
  }
}

function wholeStack(): string {
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = Number.POSITIVE_INFINITY;
  const { stack } = new Error();
  Error.stackTraceLimit = limit;
  return stack ?? '';
}
