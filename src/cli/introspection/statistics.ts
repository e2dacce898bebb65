/** `--stats`: what was loaded, raised and allocated; for people, and as JSON. */
import type { Extension } from '../../kernel/domain/extension.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import { usageOf } from '../../kernel/natives/quota.ts';
import { extendedEvents } from './events.ts';
import { table } from './table.ts';

export function statistics(kernel: Kernel): string {
  const extensions = [...kernel.extensions];
  const heap = kernel.heap.statistics();
  return [
    '--- statistics\n',
    table(
      ['domain', 'state', 'events', 'allocated', 'objects', 'live', 'static'],
      extensions.map((e) => {
        const usage = memoryOf(kernel, e);
        const events = e.slots.filter((s) => s.event !== 0).length;
        return [
          e.name,
          e.state,
          events,
          bytes(usage.allocatedBytes),
          usage.allocatedObjects,
          bytes(usage.heapBytes),
          bytes(usage.areaBytes),
        ];
      }),
    ),
    table(
      ['event with handlers installed', 'handlers', 'raises'],
      extendedEvents(kernel).map((e) => [e.name, e.handlers.length, kernel.access.view.getBigInt64(e.counter, true)]),
    ),
    table(
      ['kernel', ''],
      [
        ['WebAssembly generated', bytes(kernel.counts.generatedBytes)],
        ['time to generate it', `${kernel.counts.generateMilliseconds.toFixed(1)} ms`],
        ['time to verify', `${kernel.counts.verifyMilliseconds.toFixed(1)} ms`],
        ['exceptions raised', kernel.counts.raised + kernel.counts.faults],
        ['fuel used', kernel.strands.clock.fuel],
        ['strands started', kernel.strands.started],
        ['collections', heap.collections],
        ['memory', bytes(heap.memoryBytes)],
      ],
    ),
  ].join('');
}

const bytes = (n: number): string =>
  n < 10_000 ? `${n} B` : n < 10_000_000 ? `${Math.round(n / 1000)} kB` : `${Math.round(n / 1e6)} MB`;

const NOTHING = { allocatedBytes: 0, allocatedObjects: 0, heapBytes: 0, areaBytes: 0, objects: 0, limit: 0 };

/** The account of a destroyed domain may be another's by now. */
function memoryOf(kernel: Kernel, e: Extension) {
  return e.state === 'destroyed' ? NOTHING : kernel.heap.usage(e.account);
}

/** One line. Numbers that depend on the host are below `host`; all else is the same in every run. */
export function statisticsJson(kernel: Kernel): string {
  const heap = kernel.heap.statistics();
  const limited = (n: number) => (Number.isFinite(n) ? n : null);
  const domains = [...kernel.extensions].map((e) => {
    const usage = memoryOf(kernel, e);
    const gone = e.state === 'destroyed';
    const of = (kind: Parameters<typeof usageOf>[2]) => {
      const { used, limit } = gone ? { used: 0, limit: 0 } : usageOf(kernel, e.account, kind);
      return { used, limit: limited(limit) };
    };
    return {
      name: e.name,
      state: e.state,
      events: e.slots.filter((s) => s.event !== 0).length,
      imports: e.module.imports.map((i) => i.name),
      allocatedBytes: usage.allocatedBytes,
      allocatedObjects: usage.allocatedObjects,
      liveBytes: usage.heapBytes,
      staticBytes: usage.areaBytes,
      quotas: {
        memory: of('memory'),
        strands: of('strands'),
        handlers: of('handlers'),
        cpu: of('share'),
        fuel: of('fuel'),
      },
    };
  });
  const events = extendedEvents(kernel).map((e) => ({
    name: e.name,
    handlers: e.handlers.length,
    raises: Number(kernel.access.view.getBigInt64(e.counter, true)),
  }));
  return `${JSON.stringify({
    domains,
    events,
    exceptions: kernel.counts.raised + kernel.counts.faults,
    fuel: kernel.strands.clock.fuel,
    virtualNanoseconds: kernel.strands.clock.now,
    strands: kernel.strands.started,
    switches: kernel.strands.switches,
    collections: heap.collections,
    memoryBytes: heap.memoryBytes,
    generatedBytes: kernel.counts.generatedBytes,
    failures: kernel.counts.failures,
    host: {
      generateMilliseconds: kernel.counts.generateMilliseconds,
      verifyMilliseconds: kernel.counts.verifyMilliseconds,
      elapsedMilliseconds: kernel.machine.elapsed(),
    },
  })}\n`;
}
