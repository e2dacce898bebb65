/** `--events`: who handles what, in which order, behind which guards, and how often; as a table or as a graph for Graphviz. */
import type { Binding, Event } from '../../kernel/dispatch/model.ts';
import { slotName } from '../../kernel/domain/slots.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import { NANOSECONDS_PER_FUEL } from '../../kernel/strands/clock.ts';
import { table } from './table.ts';

/** Events that anybody but their own procedure handles, or that are otherwise not plain calls. */
export function extendedEvents(kernel: Kernel): Event[] {
  const plain = (e: Event) =>
    e.handlers.length === 1 && e.handlers[0] === e.intrinsic && e.intrinsic.imposed.length === 0;
  return [...kernel.dispatcher.events()].filter((e) => !plain(e) || e.results || e.asynchronous || e.isolated);
}

const nameOf = (kernel: Kernel, slot: number): string => {
  const info = kernel.slots.info(slot);
  return info ? slotName(info) : `slot ${slot}`;
};

const domainNumber = (kernel: Kernel, slot: number): number => kernel.slots.info(slot)?.domain ?? 0;

const domainName = (kernel: Kernel, number: number): string => kernel.extensions.get(number)?.name ?? '-';

const raisesOf = (kernel: Kernel, e: Event): number => Number(kernel.access.view.getBigInt64(e.counter, true));

function guardsOf(kernel: Kernel, b: Binding): string {
  const before = b.imposed.flatMap((g) => (g.before ? [`imposed ${nameOf(kernel, g.before.slot)}`] : []));
  const own = b.guard ? [nameOf(kernel, b.guard.slot)] : [];
  const after = b.imposed.flatMap((g) => (g.after ? [`imposed ${nameOf(kernel, g.after.slot)}`] : []));
  return [...before, ...own, ...after].join(', ');
}

function optionsOf(b: Binding): string {
  return [
    ...(b.intrinsic ? ['intrinsic'] : []),
    ...(b.placement === 'middle' ? [] : [b.placement]),
    ...(b.cancel ? ['cancel'] : []),
    ...(b.filters.length > 0 ? ['filter'] : []),
    ...(b.asynchronous ? ['asynchronous'] : []),
    ...(b.budget === undefined ? [] : [`budget ${b.budget}`]),
  ].join(', ');
}

export function eventTable(kernel: Kernel): string {
  const rows = extendedEvents(kernel).flatMap((e) =>
    e.handlers.map((b, i) => [
      i === 0 ? e.name : '',
      i === 0 ? domainName(kernel, e.extension) : '',
      i === 0 ? String(raisesOf(kernel, e)) : '',
      nameOf(kernel, b.handler.slot),
      domainName(kernel, domainNumber(kernel, b.handler.slot)),
      guardsOf(kernel, b),
      optionsOf(b),
      kernel.dispatcher.invocations(b),
      microseconds(b.fuel),
      b.terminated,
      b.failed,
    ]),
  );
  if (rows.length === 0) return '--- events\nno event has handlers besides its own procedure\n\n';
  const head = [
    'event',
    'of domain',
    'raises',
    'handler',
    'of domain',
    'guards',
    'options',
    'invoked',
    'time/us',
    'terminated',
    'failed',
  ];
  return `--- events\n${table(head, rows)}`;
}

/** Virtual time. */
const microseconds = (fuel: number): string => ((fuel * NANOSECONDS_PER_FUEL) / 1000).toFixed(2);

const quoted = (text: string): string => `"${text.replace(/["\\]/g, '\\$&')}"`;

/** Events are boxes in the cluster of their domain, handlers ellipses in that of theirs; arrows are numbered in the order of invocation and say the guards. */
export function eventGraph(kernel: Kernel): string {
  const clusters = new Map<number, Set<string>>();
  const place = (domain: number, node: string) => {
    const nodes = clusters.get(domain);
    if (nodes) nodes.add(node);
    else clusters.set(domain, new Set([node]));
  };
  const arrows: string[] = [];
  for (const e of extendedEvents(kernel)) {
    const event = `event${e.slot}`;
    const label = `${quoted(e.name).slice(0, -1)}\\n${raisesOf(kernel, e)} raises"`;
    place(e.extension, `${event} [shape=box, label=${label}]`);
    e.handlers.forEach((b, i) => {
      const { slot } = b.handler;
      const handler = `handler${slot}`;
      place(domainNumber(kernel, slot), `${handler} [shape=ellipse, label=${quoted(nameOf(kernel, slot))}]`);
      const count = `${kernel.dispatcher.invocations(b)} times, ${microseconds(b.fuel)} us`;
      const notes = [guardsOf(kernel, b), optionsOf(b), count].filter((n) => n !== '').join('; ');
      const text = `${i + 1}${notes === '' ? '' : `: ${notes}`}`;
      arrows.push(`  ${event} -> ${handler} [label=${quoted(text)}]`);
    });
  }
  const groups = [...clusters].map(
    ([domain, nodes], i) =>
      `  subgraph cluster_${i} {\n    label=${quoted(domainName(kernel, domain))}\n${[...nodes].map((n) => `    ${n}`).join('\n')}\n  }`,
  );
  return `digraph events {\n  rankdir=LR\n${[...groups, ...arrows].join('\n')}\n}\n`;
}
