/**
 * The console: gathers output, and hands out input piece by piece.
 *
 * Output of the two ports is shown in the order in which it was written. It is gathered until the program waits for input, switches ports, has filled the
 * buffer, or stops.
 */
import type { ConsolePorts } from '../../kernel/machine/machine.ts';
import type { Host } from '../host/host.ts';

const BUFFER = 16 * 1024;
const NOTHING = new Uint8Array(0);

export class ConsoleDevice implements ConsolePorts {
  readonly #host: Host;
  #port: 'output' | 'error' = 'output';
  #gathered: Uint8Array[] = [];
  #gatheredBytes = 0;
  /** Input that has arrived and was not read. */
  #input: Uint8Array = NOTHING;
  #ended = false;
  #arriving: Promise<void> | undefined;

  constructor(host: Host) {
    this.#host = host;
  }

  write(port: 'output' | 'error', bytes: Uint8Array): void {
    if (port !== this.#port) this.flush();
    this.#port = port;
    this.#gathered.push(bytes);
    this.#gatheredBytes += bytes.length;
    if (this.#gatheredBytes >= BUFFER) this.flush();
  }

  flush(): void {
    if (this.#gatheredBytes === 0) return;
    const all = new Uint8Array(this.#gatheredBytes);
    let at = 0;
    for (const piece of this.#gathered) {
      all.set(piece, at);
      at += piece.length;
    }
    this.#gathered = [];
    this.#gatheredBytes = 0;
    this.#host.write(this.#port === 'output' ? 'stdout' : 'stderr', all);
  }

  read(max: number): Uint8Array | Promise<Uint8Array> {
    this.flush();
    if (this.#input.length > 0 || this.#ended) return this.#take(max);
    return this.#arrive().then(() => this.read(max));
  }

  ready(): boolean {
    if (this.#input.length > 0 || this.#ended) return true;
    void this.#arrive();
    return false;
  }

  #take(max: number): Uint8Array {
    const taken = this.#input.subarray(0, max);
    this.#input = this.#input.subarray(taken.length);
    return taken;
  }

  /** One piece of input more, or the end. */
  #arrive(): Promise<void> {
    this.#arriving ??= this.#host.read().then((piece) => {
      this.#arriving = undefined;
      if (piece === undefined) this.#ended = true;
      else this.#input = piece;
    });
    return this.#arriving;
  }
}
