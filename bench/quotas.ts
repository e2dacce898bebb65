/**
 * What a domain that goes wild takes from one beside it: six ways to use something up without end, each stopped at its limit. The throughput of the well-behaved one is what it gets done in
 * a given time, against being alone.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { destroy, initialise, loadDomain, resolveAll } from '../src/kernel/control.ts';
import { setLimit } from '../src/kernel/natives/quota.ts';
import { ATTACKS, type Attack, SERVER, wild } from '../test/kernel/strands/attacks.ts';
import { Bench, compileExtension } from './harness.ts';
import type { Report } from './report.ts';
import { figures } from './statistics.ts';

/** Percent of the processor, bytes, and how many strands and handlers the wild one may have. */
const LIMITS = { share: 5, memory: 16 * 2 ** 20, strands: 100, handlers: 500 } as const;
const WORK = 100_000_000n;
const RUNS = 5;
/** The wild one has reached its limits by then. */
const WARMING_MILLISECONDS = 200;

interface Throughput {
  /** Microseconds of the host's processor, the collector and the compiler of the engine included. */
  readonly real: number;
  /** Nanoseconds. */
  readonly virtual: number;
}

async function throughput(root: string, attack: Attack | undefined): Promise<Throughput> {
  const bench = new Bench();
  await bench.load('strands');
  const { kernel } = bench;
  // The operator hears of each limit; a bench need not.
  Object.assign(kernel, { log: () => {} });
  kernel.quotas.report = () => {};
  if (attack) {
    const server = await bench.load('server', compileExtension('server', root));
    const domain = loadDomain(kernel, 'wild', compileExtension('wild', root));
    await resolveAll(kernel, domain, [server, kernel.publicDomain]);
    const [extension] = domain.extensions;
    for (const [kind, limit] of Object.entries(LIMITS))
      setLimit(kernel, extension!.account, kind as keyof typeof LIMITS, limit);
    await initialise(kernel, domain);
    const until = performance.now() + WARMING_MILLISECONDS;
    await kernel.strands.run(() => performance.now() > until);
  }
  const runs: Throughput[] = [];
  for (let i = 0; i < RUNS; i++) {
    const from = { virtual: kernel.strands.clock.now, real: process.cpuUsage() };
    await bench.call('Strands.Work', WORK);
    const { user, system } = process.cpuUsage(from.real);
    runs.push({ real: user + system, virtual: kernel.strands.clock.now - from.virtual });
  }
  for (const d of [...kernel.domains]) if (d.name === 'wild') destroy(kernel, d);
  return { real: figures(runs.map((r) => r.real)).median, virtual: figures(runs.map((r) => r.virtual)).median };
}

export async function quotas(report: Report): Promise<void> {
  const root = mkdtempSync(join(tmpdir(), 'spin-bench-'));
  const write = (name: string, files: Readonly<Record<string, string>>) => {
    mkdirSync(join(root, name), { recursive: true });
    for (const [path, text] of Object.entries(files)) writeFileSync(join(root, name, path), text);
  };
  try {
    write('server', SERVER);
    const alone = await throughput(root, undefined);
    const kept = (now: number, then: number) => `${((100 * then) / now).toFixed(1)} %`;
    const rows = [['alone', '100.0 %', '100.0 %']];
    for (const attack of ATTACKS) {
      write('wild', wild(attack));
      // Machines change their speed: what it is compared with is measured beside it.
      const [before, beside, after] = [
        await throughput(root, undefined),
        await throughput(root, attack),
        await throughput(root, undefined),
      ];
      rows.push([
        `beside one that ${attack.name} without end`,
        kept(beside.virtual, alone.virtual),
        kept(beside.real, (before.real + after.real) / 2),
      ]);
    }
    const { share, memory, strands, handlers } = LIMITS;
    const limits = `${share} % of the processor, ${memory >> 20} MB, ${strands} strands, ${handlers} handlers`;
    report.table(
      `Throughput of a domain beside one that may have ${limits}`,
      ['', 'virtual time', 'processor time'],
      rows,
    );
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}
