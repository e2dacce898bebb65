/** `--stats`: what was loaded, raised and allocated, for people. */
import type { Kernel } from '../kernel/kernel.ts';

export function statistics(kernel: Kernel): string {
  const extensions = [...kernel.extensions];
  const heap = kernel.heap.statistics();
  return [
    '--- statistics\n',
    table(
      ['domain', 'state', 'events', 'allocated', 'objects', 'live', 'static'],
      extensions.map((e) => {
        const usage = kernel.heap.usage(e.account);
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
      [...kernel.dispatcher.events()].map((e) => [
        e.name,
        e.handlers.length,
        kernel.access.view.getBigInt64(e.counter, true),
      ]),
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

/** Names to the left, numbers to the right; nothing when there are no rows. */
function table(head: readonly string[], rows: readonly (readonly (string | number | bigint)[])[]): string {
  if (rows.length === 0) return '';
  const cells = [head, ...rows.map((r) => r.map(String))];
  const widths = head.map((_, i) => Math.max(...cells.map((r) => r[i]!.length)));
  return `${cells.map((r) => r.map((c, i) => (i === 0 ? c.padEnd(widths[i]!) : c.padStart(widths[i]!))).join('  ')).join('\n')}\n\n`;
}
