/**
 * A kernel in this process, without the compiler: extensions are loaded from bytecode and their procedures called.
 */
import { nodeHost } from '../src/cli/host/node.ts';
import { kernelBytes, packageFinder } from '../src/cli/library.ts';
import { powerOn } from '../src/emulator/board.ts';
import { boot } from '../src/kernel/boot.ts';
import { initialise, loadDomain, resolveAll } from '../src/kernel/control.ts';
import type { Domain } from '../src/kernel/domain/domain.ts';
import type { WasmFunction } from '../src/kernel/domain/slots.ts';
import type { Kernel } from '../src/kernel/kernel.ts';

export class Machine {
  readonly kernel: Kernel = boot(powerOn(nodeHost()), kernelBytes(), { packages: packageFinder() });
  readonly #domains: Domain[] = [];

  /** The extension may import from those loaded before. */
  async load(name: string, bytes: Uint8Array): Promise<Domain> {
    const domain = loadDomain(this.kernel, name, bytes);
    await resolveAll(this.kernel, domain, [...this.#domains, this.kernel.publicDomain]);
    this.#domains.unshift(domain);
    const outcome = await initialise(this.kernel, domain);
    if (outcome.kind !== 'ended') throw new Error(`${name}: ${outcome.kind}`);
    return domain;
  }

  /** Calls an exported procedure; its result and the nanoseconds that it took. */
  call(procedure: string, ...args: bigint[]): Promise<{ result: bigint; nanoseconds: number }> {
    return this.run(procedure, this.find(procedure), args);
  }

  /** The function of an exported procedure. */
  find(procedure: string): WasmFunction {
    const { slots } = this.kernel;
    const [unit, name] = procedure.split('.');
    for (let slot = 1; slot < slots.count; slot++) {
      const info = slots.info(slot);
      if (info?.kind === 'event' && info.unit === unit && info.procedure === name) {
        const entry = slots.get(slot);
        if (entry) return entry;
      }
    }
    throw new Error(`no procedure ${procedure}`);
  }

  protected async run(
    procedure: string,
    entry: WasmFunction,
    args: readonly bigint[],
  ): Promise<{ result: bigint; nanoseconds: number }> {
    const { strands } = this.kernel;
    let ended = false;
    let result = 0n;
    let failure: unknown;
    const from = process.hrtime.bigint();
    strands.spawnCall(entry, args, {
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
}
