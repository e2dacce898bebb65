/**
 * The order of an event's handlers: those that asked to be first, then the others (the intrinsic one among them) in order of installation, then those that asked to be last.
 *
 * A later First goes before earlier ones, a later Last behind. Before and After put a handler next to another and override First and Last.
 */
import type { Binding } from './model.ts';

const RANK = { first: 0, middle: 1, last: 2 } as const;

export function inserted(list: readonly Binding[], binding: Binding): Binding[] {
  const rank = RANK[binding.placement];
  const at = binding.placement === 'first' ? 0 : lastIndex(list, (b) => RANK[b.placement] <= rank) + 1;
  return list.toSpliced(at, 0, binding);
}

export function insertedNextTo(
  list: readonly Binding[],
  binding: Binding,
  other: Binding,
  side: 'before' | 'after',
): Binding[] {
  const at = list.indexOf(other);
  return list.toSpliced(side === 'before' ? at : at + 1, 0, binding);
}

export function removed(list: readonly Binding[], binding: Binding): Binding[] {
  return list.filter((b) => b !== binding);
}

function lastIndex(list: readonly Binding[], test: (b: Binding) => boolean): number {
  return list.findLastIndex(test);
}
