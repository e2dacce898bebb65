/**
 * A kernel in this process with extensions compiled from `bench/programs`, and a stopwatch around calls of their procedures.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { encodeModule } from '../src/bytecode/encode.ts';
import { compile } from '../src/cli/compile.ts';
import { nodeHost } from '../src/cli/host/node.ts';
import { kernelBytes, packageFinder } from '../src/cli/library.ts';
import { createProvider } from '../src/cli/provider.ts';
import { gatherSources } from '../src/cli/sources.ts';
import { powerOn } from '../src/emulator/board.ts';
import { boot } from '../src/kernel/boot.ts';
import { initialise, loadDomain, resolveAll } from '../src/kernel/control.ts';
import type { Domain } from '../src/kernel/domain/domain.ts';
import type { WasmFunction } from '../src/kernel/domain/slots.ts';
import type { Kernel } from '../src/kernel/kernel.ts';

const PROGRAMS = join(import.meta.dirname, 'programs');

export class Bench {
  readonly kernel: Kernel = boot(powerOn(nodeHost()), kernelBytes(), { packages: packageFinder() });
  readonly #domains: Domain[] = [];

  /** The program in a folder of that name; those beside it are where its imports are found. */
  compile(name: string, root = PROGRAMS): Uint8Array {
    const { module, diagnostics } = compile(
      name,
      gatherSources([join(root, name)]),
      createProvider({ libraryPaths: [], interfacePaths: [root] }),
    );
    if (!module) throw new Error(diagnostics.map((d) => d.message).join('\n'));
    return encodeModule(module);
  }

  async load(name: string, bytes = this.compile(name)): Promise<Domain> {
    const domain = loadDomain(this.kernel, name, bytes);
    await resolveAll(this.kernel, domain, [...this.#domains, this.kernel.publicDomain]);
    this.#domains.unshift(domain);
    const outcome = await initialise(this.kernel, domain);
    if (outcome.kind !== 'ended') throw new Error(`${name}: ${outcome.kind}`);
    return domain;
  }

  /** Calls an exported procedure; its result and the nanoseconds that it took. */
  async call(procedure: string, ...args: bigint[]): Promise<{ result: bigint; nanoseconds: number }> {
    const { slots, strands } = this.kernel;
    const [unit, name] = procedure.split('.');
    let entry: WasmFunction | undefined;
    for (let slot = 1; slot < slots.count; slot++) {
      const info = slots.info(slot);
      if (info?.kind === 'event' && info.unit === unit && info.procedure === name) entry = slots.get(slot);
    }
    if (!entry) throw new Error(`no procedure ${procedure}`);
    let ended = false;
    let result = 0n;
    let failure: unknown;
    const from = process.hrtime.bigint();
    strands.spawn(entry, args, {
      name: procedure,
      domain: 0,
      onEnd: (ending) => {
        ended = true;
        if (ending.kind === 'returned') result = (ending.value as bigint | undefined) ?? 0n;
        else failure = ending;
      },
    });
    await strands.run(() => ended);
    const nanoseconds = Number(process.hrtime.bigint() - from);
    if (failure)
      throw new Error(`${procedure}: ${JSON.stringify(failure, (_, v) => (typeof v === 'bigint' ? String(v) : v))}`);
    return { result, nanoseconds };
  }

  /** Nanoseconds per round: [minimum, median, maximum] of several calls, after warming up. */
  async measure(procedure: string, rounds: number, calls = 7): Promise<Figures> {
    for (let i = 0; i < 3; i++) await this.call(procedure, BigInt(Math.ceil(rounds / 4)));
    const times: number[] = [];
    for (let i = 0; i < calls; i++) times.push((await this.call(procedure, BigInt(rounds))).nanoseconds / rounds);
    return figures(times);
  }

  /** Nanoseconds per round of several procedures, called in turn: what else the machine does hits all of them. What a call of no rounds takes is left out. */
  async inTurn(
    procedures: readonly string[],
    rounds: number,
    samples: number,
    before: (sample: number) => Promise<void> = async () => {},
  ): Promise<Figures[]> {
    // The engine makes good code of what has run long enough, and takes its time for that.
    for (let i = 0; i < 5; i++) {
      for (const p of procedures) await this.call(p, BigInt(10 * rounds));
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    const times = procedures.map((): number[] => []);
    const none: number[] = [];
    for (let sample = 1; sample <= samples; sample++) {
      await before(sample);
      for (const [n, p] of procedures.entries()) {
        none.push((await this.call(p, 0n)).nanoseconds);
        times[n]!.push((await this.call(p, BigInt(rounds))).nanoseconds);
      }
    }
    const { median } = figures(none);
    return times.map((t) => figures(t.map((time) => (time - median) / rounds)));
  }
}

export interface Figures {
  readonly min: number;
  readonly median: number;
  readonly max: number;
}

export function figures(values: readonly number[]): Figures {
  const sorted = [...values].sort((a, b) => a - b);
  return { min: sorted[0]!, median: sorted[sorted.length >> 1]!, max: sorted.at(-1)! };
}

export function table(title: string, head: readonly string[], rows: readonly (readonly string[])[]): void {
  const widths = head.map((h, i) => Math.max(h.length, ...rows.map((r) => r[i]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    cells.map((c, i) => (i === 0 ? c.padEnd(widths[i]!) : c.padStart(widths[i]!))).join('  ');
  console.log(
    `\n${title}\n\n${line(head)}\n${widths.map((w) => '-'.repeat(w)).join('  ')}\n${rows.map(line).join('\n')}`,
  );
}

export function libraryLines(): number {
  let lines = 0;
  const root = join(import.meta.dirname, '../lib');
  for (const file of readdirSync(root, { recursive: true, encoding: 'utf8' })) {
    if (/\.[im]3$/.test(file)) lines += readFileSync(join(root, file), 'utf8').split('\n').length;
  }
  return lines;
}

export const number = (n: number): string =>
  n < 10 ? n.toFixed(2) : n < 1000 ? n.toFixed(1) : Math.round(n).toString();
