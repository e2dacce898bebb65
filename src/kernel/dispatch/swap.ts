/**
 * Handlers, guards and result handlers exchanged at once: all of it or nothing, and a raise sees either what was or what is.
 *
 * Everything is checked before anything changes. No other code runs meanwhile, so that nobody can see it half done.
 */
import { mayBeInstalled, mustBeEphemeral } from './handlers.ts';
import { enterGuard } from './imposed.ts';
import { type Binding, DispatchError, type Event, type ImposedGuard, type ResultHandlers } from './model.ts';
import { exchanged, inserted, removed } from './order.ts';
import { enterResults } from './results.ts';
import type { Store } from './store.ts';

export interface Swap {
  readonly handlersOut: Binding[];
  readonly handlersIn: Binding[];
  readonly guardsOut: ImposedGuard[];
  readonly guardsIn: ImposedGuard[];
  readonly resultsOut: ResultHandlers[];
  readonly resultsIn: ResultHandlers[];
}

export function newSwap(): Swap {
  return { handlersOut: [], handlersIn: [], guardsOut: [], guardsIn: [], resultsOut: [], resultsIn: [] };
}

export function perform(s: Store, swap: Swap): void {
  checkSides(swap.handlersOut, swap.handlersIn, 'handler');
  checkSides(swap.guardsOut, swap.guardsIn, 'guard');
  checkSides(swap.resultsOut, swap.resultsIn, 'result handler');
  const staying = new Set(swap.handlersOut);
  for (const it of swap.handlersIn) {
    if (staying.has(it)) mustBeEphemeral(s, it);
    else mayBeInstalled(s, it);
  }
  const lists = newLists(swap);
  chargeAll(s, swap);
  apply(s, swap, lists);
}

function checkSides<T extends { installed: boolean }>(out: readonly T[], into: readonly T[], what: string): void {
  if (new Set(out).size < out.length || new Set(into).size < into.length)
    throw new DispatchError('InternalError', `a ${what} is named twice`);
  if (out.some((it) => !it.installed))
    throw new DispatchError('InternalError', `a ${what} that is to be removed is not installed`);
  if (into.some((it) => it.installed && !out.includes(it)))
    throw new DispatchError('InternalError', `a ${what} that is to be added is installed already`);
}

/** The handlers of each event as they will be. One that takes another's place on the same event stands where that stood. */
function newLists(swap: Swap): Map<Event, readonly Binding[]> {
  const lists = new Map<Event, readonly Binding[]>();
  const listOf = (event: Event) => lists.get(event) ?? event.handlers;
  const rest = [...swap.handlersIn];
  for (const old of swap.handlersOut) {
    const at = rest.findIndex((b) => b.event === old.event && b.placement === old.placement);
    const [taker] = at < 0 ? [] : rest.splice(at, 1);
    const list = listOf(old.event);
    lists.set(old.event, taker ? exchanged(list, old, taker) : removed(list, old));
  }
  for (const b of rest) lists.set(b.event, inserted(listOf(b.event), b));
  return lists;
}

/** Those that go make room for those that come; who has no room gets nothing. */
function chargeAll(s: Store, { handlersOut, handlersIn }: Swap): void {
  const charged: Binding[] = [];
  try {
    for (const it of handlersIn) {
      if (it.charged !== undefined) continue;
      s.charge(it, handlersOut.length);
      charged.push(it);
    }
  } catch (error) {
    for (const b of charged) s.discharge(b);
    throw error;
  }
}

function apply(s: Store, swap: Swap, lists: ReadonlyMap<Event, readonly Binding[]>): void {
  const coming = new Set(swap.handlersIn);
  const changed = new Set<Event>(lists.keys());
  for (const [event, handlers] of lists) event.handlers = handlers;
  for (const b of swap.handlersOut) if (!coming.has(b)) s.left(b);
  for (const it of swap.handlersIn) s.enter(it, it.event.handlers);
  for (const g of swap.guardsOut) {
    s.dropGuard(g);
    changed.add(g.binding.event);
  }
  for (const it of swap.guardsIn) {
    enterGuard(s, it);
    changed.add(it.binding.event);
  }
  for (const r of swap.resultsOut) {
    s.dropResults(r.event);
    changed.add(r.event);
  }
  for (const it of swap.resultsIn) {
    enterResults(s, it);
    changed.add(it.event);
  }
  for (const event of changed) s.changed(event);
}
