/** `--quota NAME:memory=16M,strands=50,...`: limits that the operator sets for a domain before any of it runs. */
import type { Kernel } from '../kernel/kernel.ts';
import { type Kind, setLimit } from '../kernel/natives/quota.ts';
import { UsageError } from './exit.ts';

export interface QuotaOption {
  /** `*` is every domain. */
  readonly domain: string;
  readonly limits: ReadonlyMap<Kind, number>;
}

const UNITS: Readonly<Record<string, number>> = { '': 1, K: 2 ** 10, M: 2 ** 20, G: 2 ** 30 };
const NAMES: Readonly<Record<string, Kind>> = {
  memory: 'memory',
  strands: 'strands',
  handlers: 'handlers',
  cpu: 'share',
  fuel: 'fuel',
};

export function quotaOptions(values: readonly string[]): QuotaOption[] {
  return values.map((value) => {
    const colon = value.lastIndexOf(':');
    if (colon <= 0)
      throw new UsageError(`--quota ${value}: NAME:LIMITS is wanted, for instance hog:memory=16M,cpu=10%`);
    const limits = value
      .slice(colon + 1)
      .split(',')
      .map((part) => limitOf(value, part));
    return { domain: value.slice(0, colon), limits: new Map(limits) };
  });
}

function limitOf(value: string, part: string): readonly [Kind, number] {
  const [name = '', amount = ''] = part.split('=');
  const kind = NAMES[name];
  if (!kind)
    throw new UsageError(`--quota ${value}: there is no limit "${name}"; there are ${Object.keys(NAMES).join(', ')}`);
  const read = /^(\d+(?:\.\d+)?(?:e\d+)?)([KMG%]?)$/.exec(amount);
  const unit = read?.[2] ?? '';
  const fits = kind === 'share' ? unit === '%' || unit === '' : unit === '' || (kind === 'memory' && unit !== '%');
  const n = Number(read?.[1]) * (UNITS[unit] ?? 1);
  if (!read || !fits || (kind === 'share' && (n <= 0 || n > 100)))
    throw new UsageError(`--quota ${value}: ${name}=${amount} is no limit; for instance ${EXAMPLES[kind]}`);
  return [kind, kind === 'share' ? n : Math.floor(n)];
}

const EXAMPLES: Readonly<Record<Kind, string>> = {
  memory: 'memory=16M',
  strands: 'strands=50',
  handlers: 'handlers=100',
  share: 'cpu=10%',
  fuel: 'fuel=1e9',
};

/** Later options win. */
export function applyQuotas(kernel: Kernel, options: readonly QuotaOption[], name: string, account: number): void {
  for (const { domain, limits } of options) {
    if (domain !== name && domain !== '*') continue;
    for (const [kind, limit] of limits) setLimit(kernel, account, kind, limit);
  }
}
