/**
 * What the emulated machine needs of the computer it runs on. Implemented for Node in `src/cli/host/node.ts`.
 */
export interface Host {
  /** Shows bytes on a stream; order between the two streams is kept. */
  write(stream: 'stdout' | 'stderr', bytes: Uint8Array): void;
  /** The next piece of input; nothing at its end. One call at a time. */
  read(): Promise<Uint8Array | undefined>;
  /** Milliseconds since some fixed moment, monotonic. */
  monotonic(): number;
  /** Milliseconds since 1970. */
  wallClock(): number;
  /** Bytes of the stack of a suspendable WebAssembly call, where the host knows better than its default. */
  readonly engineStackBytes?: number;
  /** Comes back after the host has done what else it has to do. */
  turn(): Promise<void>;
  sleep(milliseconds: number): Promise<void>;
  /** Name and arguments of the program that is run. */
  readonly parameters: readonly string[];
  readonly environment: ReadonlyMap<string, string>;
}
