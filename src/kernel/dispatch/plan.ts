/**
 * How a stub goes through an event's handlers: one after the other in code of its own, or in *runs*, whose handlers stand in a table in memory.
 *
 * A run with a *key* has guards that compare the same value with constants. The value is computed once and looked up, and guards of other constants are not asked.
 * A run without one is for events whose handlers change often, or that have very many: a change then costs a new table, and no new code.
 */
import type { Alike, CodeOfProcedures } from './guards/code.ts';
import type { DiscriminatedValue, Discriminator } from './guards/discriminate.ts';
import type { Expression } from './guards/expression.ts';
import type { Binding, Bound, Event, Guarding } from './model.ts';

export interface Run {
  readonly kind: 'run';
  /** All of them with what guards them. */
  readonly bindings: readonly Binding[];
  readonly key?: Key;
  /** Whether handlers run under a budget: all of them or none. */
  readonly budget: boolean;
  readonly asks: Asks;
  /** Which handlers and guards have closures: calls without any are simpler. */
  readonly closures: { readonly handlers: Closures; readonly guards: Closures };
  /** Slot of the one procedure that handles everything in the run. */
  readonly handler?: number;
  /** So many different procedures that the processor does not foresee which one comes next. */
  readonly isVaried: boolean;
}

export interface Key {
  readonly expression: Expression;
  /** A guard that computes it. */
  readonly guard: Bound;
  /** Of each handler's first guard. */
  readonly discriminators: readonly Discriminator[];
}

/** What has to be asked of a run's guards when the key is known, or cannot be computed. */
export type Asks =
  | { readonly kind: 'nothing' }
  /** One guard of each handler at most, and all these are of few kinds, for which there are copies. */
  | {
      readonly kind: 'copies';
      readonly of: readonly Copied[];
      /** By handler: which of them does for its guard, and with which constants. */
      readonly numbers: Uint8Array;
      readonly constants: readonly (readonly bigint[])[];
    }
  | { readonly kind: 'any' };

export interface Copied {
  readonly alike: Alike;
  /** By constant: whether it is what the guard compares the key with, so that the key of a node does for it. */
  readonly isKey: readonly boolean[];
}

export type Closures = 'all' | 'none' | 'some';

export interface Single {
  readonly kind: 'single';
  readonly binding: Binding;
}

export type Item = Run | Single;

export interface Plan {
  readonly items: readonly Item[];
  /** Equal for two plans of an event exactly when the same code does for both. */
  readonly shape: string;
  /** When the handlers stay the same, another plan will be better. */
  readonly young: boolean;
}

/** A look-up costs more than two guards. */
const LEAST_WITH_KEY = 3;
/** Different guards that are copied into a stub for one run. */
const MOST_COPIED = 4;
/** Handlers that are looked at to see which key tells more of them apart. */
const SAMPLE = 64;
/** Runs, and rows of singles between them, that handlers without a key are divided into. */
const MOST_PARTS = 4;
/** Different procedures by turns of which the processor foresees each. */
const FORESEEN = 64;
/** Handlers that a stub has in its code while they may still change, and when they have stayed the same for some time. */
const MOST_SINGLES = { young: 4, settled: 64 } as const;

export function planOf(event: Event, code: CodeOfProcedures, young: boolean): Plan {
  const items: Item[] = [];
  let rest: Binding[] = [];
  const most = MOST_SINGLES[young ? 'young' : 'settled'];
  const close = () => {
    for (const bindings of apart(rest, most)) {
      if (bindings.length > most) items.push(runOf(bindings, code));
      else for (const binding of bindings) items.push({ kind: 'single', binding });
    }
    rest = [];
  };
  const { handlers } = event;
  for (const b of handlers) b.guarding ??= guardingOf(b, code);
  for (let n = 0; n < handlers.length; ) {
    const first = handlers[n]!;
    if (!inTables(first)) {
      close();
      items.push({ kind: 'single', binding: first });
      n++;
      continue;
    }
    const found = keyed(handlers, n);
    if (found) {
      close();
      items.push(runOf(found.bindings, code, found.key));
      n += found.bindings.length;
      continue;
    }
    if (rest.length > 0 && (rest[0]!.budget === undefined) !== (first.budget === undefined)) close();
    rest.push(first);
    n++;
  }
  close();
  const later = young && items.some((i) => i.kind === 'run' && !i.key && i.bindings.length <= MOST_SINGLES.settled);
  return { items, shape: shapeOf(event, items), young: later };
}

/**
 * In order; more than `most` in a row with one procedure, which is copied then, are on their own. Not too often, for every part is code: when handlers stand by turns
 * they stay together.
 */
function apart(bindings: readonly Binding[], most: number): (readonly Binding[])[] {
  if (bindings.length <= most) return [bindings];
  const parts: Binding[][] = [];
  let others: Binding[] | undefined;
  for (let n = 0; n < bindings.length; ) {
    const { slot } = bindings[n]!.handler;
    let end = n + 1;
    while (end < bindings.length && bindings[end]!.handler.slot === slot) end++;
    const alike = bindings.slice(n, end);
    if (alike.length > most) {
      parts.push(alike);
      others = undefined;
    } else if (others) others.push(...alike);
    else parts.push((others = alike));
    n = end;
  }
  return parts.length > MOST_PARTS ? [bindings] : parts;
}

/** Whether the handler can stand in a table: every one there is called in the same way. */
function inTables(b: Binding): boolean {
  return b.filters.length === 0 && !b.asynchronous && !b.event.asynchronous;
}

const NO_GUARDS: readonly Bound[] = [];

function guardingOf(b: Binding, code: CodeOfProcedures): Guarding {
  const guards = guardsOf(b);
  return { guards, discriminators: guards.length > 0 ? code.discriminatorsOf(guards[0]!) : [] };
}

function guardsOf(b: Binding): readonly Bound[] {
  if (b.imposed.length === 0) return b.guard ? [b.guard] : NO_GUARDS;
  const imposed = b.imposed.filter((g) => g.installed);
  return [
    ...imposed.flatMap((g) => g.before ?? []),
    ...(b.guard ? [b.guard] : []),
    ...imposed.flatMap((g) => g.after ?? []),
  ];
}

/** A run from there whose first guards compare the same; that which tells most apart, if there are several. */
function keyed(
  handlers: readonly Binding[],
  from: number,
): { readonly bindings: readonly Binding[]; readonly key: Key } | undefined {
  const { guards, discriminators } = handlers[from]!.guarding!;
  let best: { readonly expression: Expression; readonly found: readonly Discriminator[] } | undefined;
  let most = 0;
  for (const { key } of discriminators) {
    const found = withKey(handlers, from, key.text);
    if (found.length < LEAST_WITH_KEY) continue;
    const different = discriminators.length === 1 ? 1 : differentValues(found);
    if (different <= most) continue;
    best = { expression: key, found };
    most = different;
  }
  if (!best) return undefined;
  const key = { expression: best.expression, guard: guards[0]!, discriminators: best.found };
  return { bindings: handlers.slice(from, from + best.found.length), key };
}

/** What the first guards of the handlers from there tell apart, as long as it is that key. */
function withKey(handlers: readonly Binding[], from: number, text: string): Discriminator[] {
  const budget = handlers[from]!.budget !== undefined;
  const found: Discriminator[] = [];
  for (let n = from; n < handlers.length; n++) {
    const b = handlers[n]!;
    const { discriminators } = b.guarding!;
    let discriminator = discriminators[0];
    if (discriminator?.key.text !== text) discriminator = discriminators.find((d) => d.key.text === text);
    if (!discriminator || (b.budget !== undefined) !== budget || !inTables(b)) break;
    found.push(discriminator);
  }
  return found;
}

/** Among some that are looked at. */
function differentValues(found: readonly Discriminator[]): number {
  const different = new Set<bigint | undefined>();
  const step = Math.max(1, Math.floor(found.length / SAMPLE));
  for (let n = 0; n < found.length; n += step) different.add(found[n]!.values[0]?.value);
  return different.size;
}

function runOf(bindings: readonly Binding[], code: CodeOfProcedures, key?: Key): Run {
  const { handler, budget } = bindings[0]!;
  const slots = new Set(bindings.map((b) => b.handler.slot));
  return {
    kind: 'run',
    bindings,
    ...(key ? { key } : {}),
    budget: budget !== undefined,
    asks: asksOf(bindings, code, key),
    closures: closuresOf(bindings),
    ...(slots.size === 1 ? { handler: handler.slot } : {}),
    isVaried: slots.size > FORESEEN,
  };
}

function asksOf(bindings: readonly Binding[], code: CodeOfProcedures, key: Key | undefined): Asks {
  const of: { alike: Alike; isKey: boolean[] }[] = [];
  const numbers = new Uint8Array(bindings.length);
  const constants: (readonly bigint[])[] = [];
  const all = !key || key.expression.hazards.size > 0;
  for (let n = 0; n < bindings.length; n++) {
    const { guards } = bindings[n]!.guarding!;
    const discriminator = key?.discriminators[n];
    if (guards.length === 0 || (!all && guards.length === 1 && discriminator!.sure)) continue;
    const copy = guards.length === 1 ? code.copyOf(guards[0]!) : undefined;
    if (!copy) return { kind: 'any' };
    let number = of.findIndex((c) => c.alike === copy.alike);
    if (number < 0) number = of.push({ alike: copy.alike, isKey: copy.constants.map(() => true) }) - 1;
    if (number === MOST_COPIED) return { kind: 'any' };
    const { isKey } = of[number]!;
    const value = discriminator && onlyValue(discriminator)?.value;
    for (let c = 0; c < isKey.length; c++) isKey[c] &&= copy.constants[c] === value;
    numbers[n] = number;
    constants[n] = copy.constants;
  }
  return of.length > 0 ? { kind: 'copies', of, numbers, constants } : { kind: 'nothing' };
}

/** If the guard says yes for one only. */
export function onlyValue({ values }: Discriminator): DiscriminatedValue | undefined {
  return values.length === 1 ? values[0] : undefined;
}

function closuresOf(bindings: readonly Binding[]): Run['closures'] {
  let [handlers, guards, allGuards] = [0, 0, 0];
  for (const b of bindings) {
    if (b.handler.closure !== 0) handlers++;
    for (const g of b.guarding!.guards) {
      allGuards++;
      if (g.closure !== 0) guards++;
    }
  }
  const of = (some: number, all: number): Closures => (some === 0 ? 'none' : some === all ? 'all' : 'some');
  return { handlers: of(handlers, bindings.length), guards: of(guards, allGuards) };
}

function shapeOf(event: Event, items: readonly Item[]): string {
  const bound = (b: Bound | undefined) => (b ? `${b.slot}/${b.closure}` : '');
  const parts = items.map((item) => {
    if (item.kind === 'run') {
      const { key, budget, asks, closures, handler, isVaried } = item;
      const copies = asks.kind === 'copies' ? asks.of.map((c) => `${c.alike.number}/${c.isKey}`) : [];
      return `run ${key?.expression.text ?? ''} ${budget} ${asks.kind} ${copies} ${closures.handlers} ${closures.guards} ${handler ?? ''} ${isVaried}`;
    }
    const b = item.binding;
    return `${b.id} ${b.budget ?? ''} ${b.asynchronous} ${b.cancel} ${b.guarding!.guards.map(bound).join(' ')}`;
  });
  const { results } = event;
  const rest = [event.isolated, event.asynchronous, bound(results?.result), bound(results?.default)];
  return [...parts, ...rest, results?.defaultResult ?? 0].join(';');
}
