/** Who waits for strands to end. */
import type { Strand } from './strand.ts';

interface Watch {
  readonly waitingFor: Set<Strand>;
  readonly then: () => void;
}

export class EndWatch {
  readonly #watches = new Set<Watch>();

  /** Calls `then` when the last of those strands has ended; at once if all have. */
  whenEnded(strands: Iterable<Strand>, then: () => void): void {
    const waitingFor = new Set<Strand>();
    for (const s of strands) if (s.state !== 'ended') waitingFor.add(s);
    if (waitingFor.size === 0) then();
    else this.#watches.add({ waitingFor, then });
  }

  ended(strand: Strand): void {
    for (const watch of this.#watches) {
      watch.waitingFor.delete(strand);
      if (watch.waitingFor.size > 0) continue;
      this.#watches.delete(watch);
      watch.then();
    }
  }
}
