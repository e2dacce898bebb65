/** What programs are made of: how many nodes of each kind there are. */
import type { Program } from './tree.ts';

export function features(programs: readonly Program[]): Record<string, number> {
  const counts: Record<string, number> = {};
  const seen = new Set<object>();
  const visit = (x: unknown): void => {
    if (typeof x !== 'object' || x === null || seen.has(x)) return;
    seen.add(x);
    const node = x as Record<string, unknown>;
    for (const tag of ['s', 'e', 'd', 'k', 'mode', 'op', 'f']) {
      const kind = node[tag];
      if (typeof kind !== 'string' || (tag === 'f' && node['e'] !== 'apply')) continue;
      const name =
        tag === 's' ? `${kind} statement` : tag === 'mode' ? `${kind} parameter` : tag === 'k' ? `type ${kind}` : kind;
      counts[name] = (counts[name] ?? 0) + 1;
    }
    for (const part of Object.values(node)) visit(part);
  };
  for (const program of programs) visit(program);
  return counts;
}
