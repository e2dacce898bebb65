/**
 * What each domain may use of the processor, and how many strands and handlers it may have. (Memory is the heap's to count, see `heap/accounts.ts`.)
 *
 * The share of the processor is a part of each window of virtual time: a domain that has used its part waits for the next window. `fuel` is for good: when it is
 * used up the domain's strands are terminated. What a domain creates counts for its creator, too, so that nobody gets more by dividing.
 */

import { NANOSECONDS_PER_FUEL } from './clock.ts';

/** Nanoseconds of virtual time. */
export const WINDOW = 20_000_000;

export type QuotaKind = 'strands' | 'handlers' | 'share' | 'fuel';

/** No limit is `Infinity`. */
export type Limits = Readonly<Record<QuotaKind, number>>;

/** What a domain gets that nobody says anything else of. */
export const USUAL_LIMITS: Limits = {
  strands: 20_000,
  handlers: 10_000,
  /** Percent of each window. */
  share: 100,
  fuel: Number.POSITIVE_INFINITY,
};

export const UNLIMITED: Limits = {
  strands: Number.POSITIVE_INFINITY,
  handlers: Number.POSITIVE_INFINITY,
  share: 100,
  fuel: Number.POSITIVE_INFINITY,
};

export interface Account {
  readonly domain: number;
  readonly name: string;
  readonly creator?: Account;
  readonly limits: { -readonly [K in QuotaKind]: number };
  readonly used: { strands: number; handlers: number; fuel: number };
  /** Number of the window at hand, and the fuel used in it. */
  window: number;
  inWindow: number;
  /** Kinds that a report was made of. */
  readonly reported: Set<string>;
}

/** The view that strands have of it. */
export type ProcessorShare = Pick<Account, 'limits' | 'used' | 'window' | 'inWindow' | 'creator' | 'domain' | 'name'>;

/** One more is too many; reaches extensions as `Quota.Exceeded`. */
export class QuotaError extends Error {
  constructor(account: Account, kind: 'strands' | 'handlers') {
    // Where the kernel refuses is no news to anybody, and to take that down takes longer than all the rest.
    const usual = Error.stackTraceLimit;
    Error.stackTraceLimit = 0;
    super(`domain ${account.name} is at its limit: it may have ${account.limits[kind]} ${kind}`);
    Error.stackTraceLimit = usual;
  }
}

export class Quotas {
  readonly #accounts = new Map<number, Account>();
  /** Tells the operator. */
  report: (line: string) => void = () => {};

  constructor() {
    // The kernel's own account has no limits.
    this.open(0, 'the kernel', undefined, UNLIMITED);
  }

  open(domain: number, name: string, creator?: number, limits: Limits = USUAL_LIMITS): Account {
    const parent = creator === undefined || creator === 0 ? undefined : this.#accounts.get(creator);
    const account: Account = {
      domain,
      name,
      ...(parent ? { creator: parent } : {}),
      limits: { ...limits },
      used: { strands: 0, handlers: 0, fuel: 0 },
      window: -1,
      inWindow: 0,
      reported: new Set(),
    };
    this.#accounts.set(domain, account);
    return account;
  }

  of(domain: number): Account {
    return this.#accounts.get(domain) ?? this.open(domain, `domain ${domain}`);
  }

  /** The account that is full, when one more is too many for the domain or its creators; otherwise it is counted. */
  take(domain: number, kind: 'strands' | 'handlers', spare = 0): Account | undefined {
    const account = this.of(domain);
    for (let a: Account | undefined = account; a; a = a.creator) {
      if (a.used[kind] + 1 <= a.limits[kind] + spare) continue;
      this.exceeded(a, kind, `it may have ${a.limits[kind]} ${kind}`);
      return a;
    }
    count(account, kind, 1);
    return undefined;
  }

  giveBack(domain: number, kind: 'strands' | 'handlers'): void {
    count(this.of(domain), kind, -1);
  }

  /** The operator hears of each kind once. */
  exceeded(account: Account | ProcessorShare, kind: string, what: string): void {
    const { reported } = account as Account;
    if (reported.has(kind)) return;
    reported.add(kind);
    this.report(`spin: quota: domain ${account.name} is at its limit: ${what}`);
  }
}

/** For the account and its creators. */
function count(account: Account, kind: 'strands' | 'handlers', by: 1 | -1): void {
  for (let a: Account | undefined = account; a; a = a.creator) a.used[kind] += by;
}

const FUEL_PER_WINDOW = WINDOW / NANOSECONDS_PER_FUEL;

/** Fuel that the account may use in each window. */
function shareOf(a: ProcessorShare): number {
  return (a.limits.share / 100) * FUEL_PER_WINDOW;
}

/** What of a window has been used, or was too much in those before it: the kernel's work for a domain comes in lumps, which may be more than a share. */
export function usedIn(a: ProcessorShare, window: number): number {
  if (a.window === window) return a.inWindow;
  return a.limits.share >= 100 ? 0 : Math.max(0, a.inWindow - (window - a.window) * shareOf(a));
}

/** Fuel that all limits together leave; `fuelLeft` says whose limit is the tightest. */
export function leastFuelLeft(share: ProcessorShare, window: number): number {
  let least = Number.POSITIVE_INFINITY;
  for (let a: ProcessorShare | undefined = share; a; a = a.creator) {
    least = Math.min(least, a.limits.fuel - a.used.fuel);
    if (a.limits.share < 100) least = Math.min(least, shareOf(a) - usedIn(a, window));
  }
  return least;
}

/** Charges the domain and its creators for fuel used in the window at hand. */
export function burn(share: ProcessorShare, fuel: number, window: number): void {
  for (let a: ProcessorShare | undefined = share; a; a = a.creator) {
    a.inWindow = usedIn(a, window) + fuel;
    a.window = window;
    a.used.fuel += fuel;
  }
}

export interface FuelLeft {
  readonly fuel: number;
  /** Whose limit it is. */
  readonly account: ProcessorShare;
  readonly kind: 'share' | 'fuel';
}

/** The tightest limit. */
export function fuelLeft(share: ProcessorShare, window: number): FuelLeft {
  let least: FuelLeft = { fuel: Number.POSITIVE_INFINITY, account: share, kind: 'share' };
  for (let a: ProcessorShare | undefined = share; a; a = a.creator) {
    const total = a.limits.fuel - a.used.fuel;
    if (total < least.fuel) least = { fuel: total, account: a, kind: 'fuel' };
    if (a.limits.share >= 100) continue;
    const inWindow = shareOf(a) - usedIn(a, window);
    if (inWindow < least.fuel) least = { fuel: inWindow, account: a, kind: 'share' };
  }
  return least;
}
