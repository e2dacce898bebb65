/**
 * How a stub goes through an event's handlers: one after the other in code of its own, or in *runs*, whose handlers stand in a table in memory.
 *
 * A run with a *key* has guards that compare the same value with constants. The value is computed once and looked up, and guards of other constants are not asked.
 * A run without one is for events whose handlers change often, or that have very many: a change then costs a new table, and no new code.
 */
import type { Alike, CodeOfProcedures } from './guards/code.ts';
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
}

export interface Key {
  readonly text: string;
  /** A guard that computes it. */
  readonly guard: Bound;
  /** It is computed from memory, so that a handler may change it. */
  readonly memory: boolean;
  /** It may fail to be computed. */
  readonly hazardous: boolean;
}

/** What has to be asked of a run's guards when the key is known, or cannot be computed. */
export type Asks =
  | { readonly kind: 'nothing' }
  /** One guard of each handler at most, and all these are the same procedure but for the constant that they compare the key with. `like` is one of them. */
  | { readonly kind: 'alike'; readonly alike: Alike; readonly like: Bound }
  | { readonly kind: 'any' };

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
/** Handlers that a stub has in its code while they may still change, and when they have stayed the same for some time. */
const MOST_SINGLES = { young: 4, settled: 64 } as const;

export function planOf(event: Event, code: CodeOfProcedures, young: boolean): Plan {
  const items: Item[] = [];
  let rest: Binding[] = [];
  const most = MOST_SINGLES[young ? 'young' : 'settled'];
  const close = () => {
    if (rest.length > most) items.push(runOf(rest, code));
    else for (const binding of rest) items.push({ kind: 'single', binding });
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
    const to = endOfKeyed(handlers, n);
    if (to - n >= LEAST_WITH_KEY) {
      close();
      items.push(runOf(handlers.slice(n, to), code, keyOf(first.guarding!)));
      n = to;
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

/** Whether the handler can stand in a table: every one there is called in the same way. */
function inTables(b: Binding): boolean {
  return b.filters.length === 0 && !b.asynchronous && !b.event.asynchronous;
}

const NO_GUARDS: readonly Bound[] = [];

function guardingOf(b: Binding, code: CodeOfProcedures): Guarding {
  const guards = guardsOf(b);
  return { guards, discriminator: guards.length > 0 ? code.discriminatorOf(guards[0]!) : undefined };
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

/** Where the longest run from there ends whose first guards compare the same. */
function endOfKeyed(handlers: readonly Binding[], from: number): number {
  const first = handlers[from]!;
  const text = first.guarding!.discriminator?.key.text;
  if (text === undefined) return from;
  const budget = first.budget !== undefined;
  let to = from + 1;
  for (; to < handlers.length; to++) {
    const b = handlers[to]!;
    if (b.guarding!.discriminator?.key.text !== text || (b.budget !== undefined) !== budget || !inTables(b)) break;
  }
  return to;
}

function keyOf({ guards, discriminator }: Guarding): Key {
  const { text, memory, hazards } = discriminator!.key;
  return { text, guard: guards[0]!, memory, hazardous: hazards.size > 0 };
}

function runOf(bindings: readonly Binding[], code: CodeOfProcedures, key?: Key): Run {
  const { handler, budget } = bindings[0]!;
  return {
    kind: 'run',
    bindings,
    ...(key ? { key } : {}),
    budget: budget !== undefined,
    asks: asksOf(bindings, code, key),
    closures: closuresOf(bindings),
    ...(bindings.every((b) => b.handler.slot === handler.slot) ? { handler: handler.slot } : {}),
  };
}

function asksOf(bindings: readonly Binding[], code: CodeOfProcedures, key: Key | undefined): Asks {
  let like: Bound | undefined;
  let alike: Alike | undefined;
  for (const { guarding } of bindings) {
    const { guards, discriminator } = guarding!;
    if (guards.length === 0 || (key && !key.hazardous && guards.length === 1 && discriminator!.sure)) continue;
    const found = key && guards.length === 1 ? code.alike(guards[0]!) : undefined;
    if (!found || (alike && alike !== found)) return { kind: 'any' };
    alike = found;
    like ??= guards[0]!;
  }
  return like && alike ? { kind: 'alike', alike, like } : { kind: 'nothing' };
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
      const { key, budget, asks, closures, handler } = item;
      const alike = asks.kind === 'alike' ? asks.alike.number : '';
      return `run ${key?.text ?? ''} ${budget} ${asks.kind} ${alike} ${closures.handlers} ${closures.guards} ${handler ?? ''}`;
    }
    const b = item.binding;
    return `${b.id} ${b.budget ?? ''} ${b.asynchronous} ${b.cancel} ${b.guarding!.guards.map(bound).join(' ')}`;
  });
  const { results } = event;
  const rest = [event.isolated, event.asynchronous, bound(results?.result), bound(results?.default)];
  return [...parts, ...rest, results?.defaultResult ?? 0].join(';');
}
