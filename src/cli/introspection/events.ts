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

const domainOf = (kernel: Kernel, slot: number): string =>
  kernel.extensions.get(kernel.slots.info(slot)?.domain ?? 0)?.name ?? '-';

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
      i === 0 ? String(raisesOf(kernel, e)) : '',
      nameOf(kernel, b.handler.slot),
      domainOf(kernel, b.handler.slot),
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
  const clusters = new Map<string, Set<string>>();
  const place = (domain: string, node: string) => {
    const nodes = clusters.get(domain);
    if (nodes) nodes.add(node);
    else clusters.set(domain, new Set([node]));
  };
  const arrows: string[] = [];
  for (const e of extendedEvents(kernel)) {
    const event = `event ${e.name}`;
    const label = `${e.name}\n${raisesOf(kernel, e)} raises`;
    place(domainOf(kernel, e.slot), `${quoted(event)} [shape=box, label=${quoted(label).replace('\n', '\\n')}]`);
    e.handlers.forEach((b, i) => {
      const handler = nameOf(kernel, b.handler.slot);
      place(domainOf(kernel, b.handler.slot), `${quoted(handler)} [shape=ellipse]`);
      const count = `${kernel.dispatcher.invocations(b)} times, ${microseconds(b.fuel)} us`;
      const notes = [guardsOf(kernel, b), optionsOf(b), count].filter((n) => n !== '').join('; ');
      const text = `${i + 1}${notes === '' ? '' : `: ${notes}`}`;
      arrows.push(`  ${quoted(event)} -> ${quoted(handler)} [label=${quoted(text)}]`);
    });
  }
  const groups = [...clusters].map(
    ([domain, nodes], i) =>
      `  subgraph cluster_${i} {\n    label=${quoted(domain)}\n${[...nodes].map((n) => `    ${n}`).join('\n')}\n  }`,
  );
  return `digraph events {\n  rankdir=LR\n${[...groups, ...arrows].join('\n')}\n}\n`;
}
