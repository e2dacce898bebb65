/**
 * A kernel in this process with extensions compiled from `bench/programs`, and a stopwatch around calls of their procedures.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { encodeModule } from '../src/bytecode/encode.ts';
import { compile } from '../src/cli/compile.ts';
import { createProvider } from '../src/cli/provider.ts';
import { gatherSources } from '../src/cli/sources.ts';
import type { Domain } from '../src/kernel/domain/domain.ts';
import { alternate, processorTime, type Work } from './alternate.ts';
import { Machine } from './machine.ts';
import { type Figures, figures } from './statistics.ts';

const PROGRAMS = join(import.meta.dirname, 'programs');

/** Compiles the program in a folder of that name; those beside it are where its imports are found. */
export function compileExtension(name: string, root = PROGRAMS): Uint8Array {
  const { module, diagnostics } = compile(
    name,
    gatherSources([join(root, name)]),
    createProvider({ libraryPaths: [], interfacePaths: [root] }),
  );
  if (!module) throw new Error(`${name} does not compile: ${diagnostics.map((d) => d.message).join('\n')}`);
  return encodeModule(module);
}

export class Bench extends Machine {
  override load(name: string, bytes = compileExtension(name)): Promise<Domain> {
    return super.load(name, bytes);
  }

  /** Nanoseconds of processor time per round, of several calls, after warming up. */
  async measure(procedure: string, rounds: number, calls = 7): Promise<Figures> {
    for (let i = 0; i < 3; i++) await this.call(procedure, BigInt(Math.ceil(rounds / 4)));
    const times: number[] = [];
    for (let i = 0; i < calls; i++)
      times.push((await processorTime(() => this.call(procedure, BigInt(rounds)))) / rounds);
    return figures(times);
  }

  /** Calls of a procedure as work to compare with other work. */
  work(procedure: string): Work {
    const entry = this.find(procedure);
    return (rounds) => this.run(procedure, entry, [BigInt(rounds)]);
  }

  /** Nanoseconds per round of several procedures, called in turn. */
  inTurn(
    procedures: readonly string[],
    samples: number,
    before?: (sample: number) => Promise<void>,
  ): Promise<Figures[]> {
    const works = procedures.map((p) => this.work(p));
    return alternate(works, samples, before);
  }
}

export function libraryLines(): number {
  let lines = 0;
  const root = join(import.meta.dirname, '../lib');
  for (const file of readdirSync(root, { recursive: true, encoding: 'utf8' })) {
    if (/\.[im]3$/.test(file)) lines += readFileSync(join(root, file), 'utf8').split('\n').length;
  }
  return lines;
}
