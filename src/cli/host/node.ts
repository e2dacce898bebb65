/**
 * Node as the host of the emulated machine.
 */
import { writeSync } from 'node:fs';
import type { Host } from '../../emulator/host/host.ts';
import { ENGINE_STACK, setEngineFlags } from './engine-flags.ts';

export interface NodeHostOptions {
  readonly parameters?: readonly string[];
  readonly input?: NodeJS.ReadableStream;
}

export function nodeHost(options: NodeHostOptions = {}): Host {
  setEngineFlags();
  let pieces: AsyncIterator<Buffer | string> | undefined;
  return {
    write: (stream, bytes) => writeFully(stream === 'stdout' ? 1 : 2, bytes),
    read: async () => {
      // Input is only touched when a program wants it: otherwise the process would wait for its end, and making the stream takes its time.
      pieces ??= ((options.input ?? process.stdin) as NodeJS.ReadableStream & AsyncIterable<Buffer | string>)[
        Symbol.asyncIterator
      ]();
      const next = await pieces.next();
      if (next.done) return undefined;
      return typeof next.value === 'string' ? new TextEncoder().encode(next.value) : new Uint8Array(next.value);
    },
    engineStackBytes: ENGINE_STACK * 1024,
    monotonic: milliseconds,
    wallClock: () => Date.now(),
    turn: () => new Promise((resolve) => setImmediate(resolve)),
    sleep: (milliseconds) =>
      new Promise((resolve) => {
        setTimeout(resolve, Math.min(milliseconds, 2 ** 31 - 1)).unref();
      }),
    parameters: options.parameters ?? ['spin'],
    environment: new Map(
      Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
    ),
  };
}

/** The engine makes `performance` when it is first asked for; that takes as long as loading a small extension. */
function milliseconds(): number {
  const [seconds, nanoseconds] = process.hrtime();
  return seconds * 1e3 + nanoseconds / 1e6;
}

/** Synchronous, so that what was written is out before the process ends in whatever way. */
function writeFully(descriptor: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) {
    try {
      at += writeSync(descriptor, bytes, at);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      // A pipe that is full for the moment; try again. Output that nobody reads any more ends the machine, as it ends other programs.
      if (code === 'EAGAIN') continue;
      if (code === 'EPIPE') process.exit(0);
      throw error;
    }
  }
}
