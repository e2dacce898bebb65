/**
 * How a stub goes through an event's handlers: one after the other in code of its own, or in *runs*, whose handlers stand in a table in memory.
 *
 * A run with a *key* has guards that compare the same value with constants. The value is computed once and looked up, and guards of other constants are not asked.
 * A run without one is for events whose handlers change often, or that have very many: a change then costs a new table, and no new code.
 */
import type { CodeOfProcedures } from './guards/code.ts';
import type { Discriminator } from './guards/discriminate.ts';
import type { Binding, Bound, Event } from './model.ts';

export interface Run {
  readonly kind: 'run';
  readonly bindings: readonly Binding[];
  readonly key?: Key;
  /** Whether handlers run under a budget: all of them or none. */
  readonly budget: boolean;
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
    if (rest.length > most) items.push({ kind: 'run', bindings: rest, budget: rest[0]!.budget !== undefined });
    else for (const binding of rest) items.push({ kind: 'single', binding });
    rest = [];
  };
  const { handlers } = event;
  for (let n = 0; n < handlers.length; ) {
    const first = handlers[n]!;
    if (!inTables(first)) {
      close();
      items.push({ kind: 'single', binding: first });
      n++;
      continue;
    }
    const same = keyed(handlers, n, code);
    if (same) {
      close();
      items.push(same);
      n += same.bindings.length;
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

/** The guards of a handler in the order in which they are asked. */
export function guardsOf(b: Binding): readonly Bound[] {
  if (b.imposed.length === 0) return b.guard ? [b.guard] : NO_GUARDS;
  const imposed = b.imposed.filter((g) => g.installed);
  return [
    ...imposed.flatMap((g) => g.before ?? []),
    ...(b.guard ? [b.guard] : []),
    ...imposed.flatMap((g) => g.after ?? []),
  ];
}

/** What the guard that is asked first tells apart. */
export function discriminatorOf(b: Binding, code: CodeOfProcedures): Discriminator | undefined {
  const guard = guardsOf(b)[0];
  return guard && code.discriminatorOf(guard);
}

/** The longest run from there whose first guards compare the same. */
function keyed(handlers: readonly Binding[], from: number, code: CodeOfProcedures): Run | undefined {
  const first = handlers[from]!;
  const key = discriminatorOf(first, code)?.key;
  if (!key) return undefined;
  const budget = first.budget !== undefined;
  let to = from + 1;
  for (; to < handlers.length; to++) {
    const next = handlers[to]!;
    if (!inTables(next) || (next.budget !== undefined) !== budget) break;
    if (discriminatorOf(next, code)?.key.text !== key.text) break;
  }
  if (to - from < LEAST_WITH_KEY) return undefined;
  const guard = guardsOf(first)[0]!;
  return {
    kind: 'run',
    bindings: handlers.slice(from, to),
    budget,
    key: { text: key.text, guard, memory: key.memory, hazardous: key.hazards.size > 0 },
  };
}

function shapeOf(event: Event, items: readonly Item[]): string {
  const bound = (b: Bound | undefined) => (b ? `${b.slot}/${b.closure}` : '');
  const parts = items.map((item) => {
    if (item.kind === 'run') {
      const closures = runClosures(item);
      return `run ${item.key?.text ?? ''} ${item.budget} ${closures.handlers} ${closures.guards} ${commonHandler(item) ?? ''}`;
    }
    const b = item.binding;
    return `${b.id} ${b.budget ?? ''} ${b.asynchronous} ${guardsOf(b).map(bound).join(' ')}`;
  });
  const { results } = event;
  const rest = [event.isolated, event.asynchronous, bound(results?.result), bound(results?.default)];
  return [...parts, ...rest, results?.defaultResult ?? 0].join(';');
}

/** Slot of the one procedure that handles everything in the run. */
export function commonHandler(run: Run): number | undefined {
  const slot = run.bindings[0]!.handler.slot;
  return run.bindings.every((b) => b.handler.slot === slot) ? slot : undefined;
}

export type Closures = 'all' | 'none' | 'some';

/** Which handlers and guards of a run have closures: calls without any are simpler. */
export function runClosures(run: Run): { handlers: Closures; guards: Closures } {
  let [handlers, guards, allGuards] = [0, 0, 0];
  for (const b of run.bindings) {
    if (b.handler.closure !== 0) handlers++;
    for (const g of guardsOf(b)) {
      allGuards++;
      if (g.closure !== 0) guards++;
    }
  }
  const of = (some: number, all: number): Closures => (some === 0 ? 'none' : some === all ? 'all' : 'some');
  return { handlers: of(handlers, run.bindings.length), guards: of(guards, allGuards) };
}
