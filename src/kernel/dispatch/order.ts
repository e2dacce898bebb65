/**
 * The order of an event's handlers: those that asked to be first, then the others (the intrinsic one among them) in order of installation, then those that asked to be last.
 *
 * A later First goes before earlier ones, a later Last behind. Constraints, Before and After another handler, are kept as long as both are installed, whatever
 * else is moved, installed or taken away; what cannot be kept is refused.
 */
import { type Binding, DispatchError } from './model.ts';

const RANK = { first: 0, middle: 1, last: 2 } as const;

export type Side = 'before' | 'after';

export interface Constraint {
  readonly side: Side;
  readonly other: Binding;
}

/** The list with one more handler, where it asked to stand. */
export function inserted(list: readonly Binding[], binding: Binding): Binding[] {
  return arranged(list.toSpliced(placeOf(list, binding), 0, binding));
}

/** Right before or behind another one, as far as constraints allow. */
export function insertedNextTo(list: readonly Binding[], binding: Binding, other: Binding, side: Side): Binding[] {
  const at = list.indexOf(other);
  return arranged(list.toSpliced(side === 'before' ? at : at + 1, 0, binding));
}

export function removed(list: readonly Binding[], binding: Binding): Binding[] {
  const at = list.indexOf(binding);
  return at < 0 ? [...list] : list.toSpliced(at, 1);
}

/** With one handler in the place of another. */
export function exchanged(list: readonly Binding[], old: Binding, binding: Binding): Binding[] {
  return arranged(list.map((b) => (b === old ? binding : b)));
}

function placeOf(list: readonly Binding[], binding: Binding): number {
  if (binding.placement === 'first') return 0;
  const rank = RANK[binding.placement];
  // Most handlers go near the end: look from there.
  return list.findLastIndex((b) => RANK[b.placement] <= rank) + 1;
}

/** The list as it is as far as constraints allow: of those that nothing holds back, the earliest comes next. Throws when constraints contradict each other. */
export function arranged(given: readonly Binding[]): Binding[] {
  if (given.every((b) => b.constraints.length === 0)) return [...given];
  const list = firstThings(given);
  const places = new Map(list.map((b, n) => [b, n]));
  const waiting = list.map(() => 0);
  const followers: number[][] = list.map(() => []);
  list.forEach((b, n) => {
    for (const { side, other } of b.constraints) {
      const m = places.get(other);
      if (m === undefined) continue;
      contradiction(b, side, other);
      const [earlier, later] = side === 'before' ? [n, m] : [m, n];
      followers[earlier]!.push(later);
      waiting[later]!++;
    }
  });
  const result: Binding[] = [];
  const done = list.map(() => false);
  for (let at = 0; at < list.length; ) {
    if (done[at] || waiting[at]! > 0) {
      at++;
      continue;
    }
    done[at] = true;
    result.push(list[at]!);
    let next = at + 1;
    for (const f of followers[at]!) if (--waiting[f]! === 0) next = Math.min(next, f);
    at = next;
  }
  if (result.length < list.length) throw cycle(list[done.indexOf(false)]!);
  return result;
}

/** What a First handler must wait for goes along with it to the front. */
function firstThings(list: readonly Binding[]): readonly Binding[] {
  const front = new Set(list.filter((b) => b.placement === 'first'));
  if (front.size === 0) return list;
  const earlier = new Map<Binding, Binding[]>(list.map((b) => [b, []]));
  for (const b of list) {
    for (const { side, other } of b.constraints) {
      const [before, after] = side === 'before' ? [b, other] : [other, b];
      earlier.get(after)?.push(before);
    }
  }
  for (const b of front) for (const e of earlier.get(b) ?? []) front.add(e);
  return [...list.filter((b) => front.has(b)), ...list.filter((b) => !front.has(b))];
}

/** First and Last say something, too. */
function contradiction(b: Binding, side: Side, other: Binding): void {
  const early = b.placement === 'first' && side === 'after' && other.placement !== 'first';
  const late = b.placement === 'last' && side === 'before' && other.placement !== 'last';
  if (!early && !late) return;
  throw new DispatchError(
    'InternalError',
    `a handler of ${b.event.name} cannot be ${early ? 'First and after' : 'Last and before'} one that is not`,
  );
}

function cycle(b: Binding): DispatchError {
  return new DispatchError(
    'InternalError',
    `the order of the handlers of ${b.event.name} cannot be kept: one would have to come before itself`,
  );
}
