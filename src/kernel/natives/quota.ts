/** Interfaces Quota, QuotaNative. */
import type { Domain } from '../domain/domain.ts';
import type { Kernel } from '../kernel.ts';
import { NANOSECONDS_PER_FUEL } from '../strands/clock.ts';
import { usedIn, WINDOW } from '../strands/quota.ts';
import { domainOf, mustModify } from './domains.ts';
import { type NativeTable, plain } from './native.ts';

/** In the order of Quota.Kind. */
const KINDS = ['memory', 'strands', 'handlers', 'share', 'fuel'] as const;
export type Kind = (typeof KINDS)[number];

const LAST_CARDINAL = 2 ** 63 - 1;

/** What the domain with that account may use, and what it uses. */
export function usageOf(k: Kernel, account: number, kind: Kind): { used: number; limit: number } {
  if (kind === 'memory') {
    const { heapBytes, areaBytes, limit } = k.heap.usage(account);
    return { used: heapBytes + areaBytes, limit };
  }
  const domain = k.quotas.of(account);
  const { limits, used } = domain;
  const limit = limits[kind];
  if (kind !== 'share') return { used: used[kind], limit };
  const now = usedIn(domain, Math.floor(k.strands.clock.now / WINDOW));
  return { used: Math.round((100 * now * NANOSECONDS_PER_FUEL) / WINDOW), limit };
}

export function setLimit(k: Kernel, account: number, kind: Kind, limit: number): void {
  if (kind === 'memory') k.heap.setLimit(account, limit);
  else k.quotas.of(account).limits[kind] = limit;
}

function accountsOf(domain: Domain): number[] {
  return [...domain.extensions].filter((e) => e.state !== 'destroyed').map((e) => e.account);
}

function word(n: number): bigint {
  return n >= LAST_CARDINAL ? BigInt.asUintN(63, -1n) : BigInt(Math.max(0, Math.floor(n)));
}

export const QUOTA_NATIVES: NativeTable = {
  'Quota.Get': plain((k, ref, kind, usage) => {
    k.strands.consumed();
    let [used, limit] = [0, Number.POSITIVE_INFINITY];
    for (const account of accountsOf(domainOf(k, ref))) {
      const of = usageOf(k, account, KINDS[Number(kind)]!);
      used += of.used;
      limit = Math.min(limit, of.limit);
    }
    k.access.view.setBigInt64(usage, word(used), true);
    k.access.view.setBigInt64(usage + 8, word(limit), true);
  }),
  'Quota.Lower': plain((k, ref, kind, limit) => {
    const domain = domainOf(k, ref);
    mustModify(domain);
    for (const account of accountsOf(domain)) {
      const name = KINDS[Number(kind)]!;
      setLimit(k, account, name, Math.min(usageOf(k, account, name).limit, Number(limit)));
    }
  }),
  'QuotaNative.Set': plain((k, ref, kind, limit) => {
    const value = Number(limit) >= LAST_CARDINAL ? Number.POSITIVE_INFINITY : Number(limit);
    for (const account of accountsOf(domainOf(k, ref))) setLimit(k, account, KINDS[Number(kind)]!, value);
  }),
};
