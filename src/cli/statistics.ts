/** `--stats`: what was loaded, raised and allocated, for people. */
import type { Kernel } from '../kernel/kernel.ts';

export function statistics(kernel: Kernel): string {
  const rows: [string, string | number][] = [];
  const heap = kernel.heap.statistics();
  let extensions = 0;
  for (let i = 1; kernel.extensions.get(i); i++) extensions++;
  rows.push(['extensions loaded, with the kernel’s own', extensions]);
  rows.push(['procedures, events and their handlers in the table', kernel.slots.count - 1]);
  rows.push([
    'WebAssembly generated',
    `${kernel.counts.generatedBytes} bytes in ${kernel.counts.generateMilliseconds.toFixed(1)} ms`,
  ]);
  rows.push(['verified in', `${kernel.counts.verifyMilliseconds.toFixed(1)} ms`]);
  for (const event of kernel.dispatcher.events()) {
    const raises = kernel.access.view.getBigInt64(event.counter, true);
    rows.push([`event ${event.name}`, `${event.handlers.length} handlers, ${raises} raises through the dispatcher`]);
  }
  rows.push(['exceptions raised', kernel.counts.raised + kernel.counts.faults]);
  rows.push(['fuel used', kernel.strands.clock.fuel]);
  rows.push(['strands started', kernel.strands.started]);
  for (const [name, value] of Object.entries(heap))
    if (typeof value === 'number' || typeof value === 'bigint') rows.push([`heap: ${name}`, String(value)]);
  const width = Math.max(...rows.map(([label]) => label.length));
  return `--- statistics\n${rows.map(([label, value]) => `${label.padEnd(width)}  ${value}\n`).join('')}`;
}
