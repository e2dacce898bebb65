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
  /** By each strand that they wait for, in the order in which they came. */
  readonly #watches = new Map<Strand, Watch[]>();
  /** Watches that look at stacks. */
  readonly #looking = new Set<Watch>();

  /**
   * Calls `then` when the last of those strands has ended, or has been seen giving up the processor with a stack that is of no concern; at once if there is
   * none. A strand must not become of concern again.
   */
  whenEnded(strands: Iterable<Strand>, then: () => void, concerns?: (stack: string, strand: Strand) => boolean): void {
    const waitingFor = new Set<Strand>();
    for (const s of strands) if (s.state !== 'ended') waitingFor.add(s);
    if (waitingFor.size === 0) {
      then();
      return;
    }
    const watch = { waitingFor, then, ...(concerns ? { concerns } : {}) };
    if (concerns) this.#looking.add(watch);
    for (const strand of waitingFor) {
      const all = this.#watches.get(strand);
      if (all) all.push(watch);
      else this.#watches.set(strand, [watch]);
    }
  }

  ended(strand: Strand): void {
    const watches = this.#watches.get(strand);
    if (!watches) return;
    this.#watches.delete(strand);
    for (const watch of watches) if (watch.waitingFor.delete(strand)) this.#finishIfDone(watch);
  }

  /** The running strand is in a procedure of the kernel, called by the code at hand. */
  look(strand: Strand): void {
    // Parts of its stack are elsewhere while a native calls for it.
    if (this.#looking.size === 0 || strand.suspended > 0) return;
    const concerned = [...this.#looking].filter((w) => w.waitingFor.has(strand));
    if (concerned.length === 0) return;
    const stack = wholeStack();
    for (const watch of concerned) {
      if (watch.concerns!(stack, strand)) continue;
      watch.waitingFor.delete(strand);
      this.#forget(strand, watch);
      this.#finishIfDone(watch);
    }
  }

  #forget(strand: Strand, watch: Watch): void {
    const others = this.#watches.get(strand)!.filter((w) => w !== watch);
    if (others.length > 0) this.#watches.set(strand, others);
    else this.#watches.delete(strand);
  }

  #finishIfDone(watch: Watch): void {
    if (watch.waitingFor.size > 0) return;
    this.#looking.delete(watch);
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
