/**
 * Where references lie inside something, in little room: see `RefMap` in `runtime-type.ts`.
 *
 * Maps are shared, not copied, once they have more than a few runs: so the maps of a whole type table take room linear in the table.
 */
import type { RefMap, RefRun } from './runtime-type.ts';

const MAX_INLINE_RUNS = 8;

export const NO_REFS: RefMap = [];
export const ONE_REF: RefMap = [{ offset: 0, stride: 0, count: 1 }];

/** Adds to `map`, a map under construction, the references of a part at `offset`. */
export function appendRefs(map: RefRun[], part: RefMap, offset: number): void {
  if (part.length > MAX_INLINE_RUNS) {
    map.push({ offset, stride: 0, count: 1, inner: part });
    return;
  }
  for (const run of part) appendRun(map, offset === 0 ? run : { ...run, offset: run.offset + offset });
}

/** Runs that continue each other become one. */
function appendRun(map: RefRun[], run: RefRun): void {
  const last = map[map.length - 1];
  if (last && !last.inner && !run.inner) {
    const step = last.count === 1 ? run.offset - last.offset : last.stride;
    const continues = run.offset === last.offset + last.count * step && (run.count === 1 || run.stride === step);
    if (continues) {
      map[map.length - 1] = { offset: last.offset, stride: step, count: last.count + run.count };
      return;
    }
  }
  map.push(run);
}

/** The references of `count` parts at distances of `stride`. */
export function repeatRefs(part: RefMap, stride: number, count: number): RefMap {
  const [only] = part;
  if (only === undefined || count === 0) return NO_REFS;
  if (count === 1) return part;
  if (part.length === 1 && !only.inner) {
    if (only.count === 1) return [{ offset: only.offset, stride, count }];
    if (only.count * only.stride === stride) return [{ ...only, count: only.count * count }];
  }
  return [{ offset: 0, stride, count, inner: part }];
}

/** Calls `visit` with the address of each reference; without recursion, for maps nest as deep as types do. */
export function eachReference(map: RefMap, base: number, visit: (address: number) => void): void {
  const todo: { map: RefMap; base: number; run: number; index: number }[] = [{ map, base, run: 0, index: 0 }];
  while (todo.length > 0) {
    const top = todo[todo.length - 1]!;
    const run = top.map[top.run];
    if (!run) {
      todo.pop();
    } else if (!run.inner) {
      for (let i = 0; i < run.count; i++) visit(top.base + run.offset + i * run.stride);
      top.run++;
    } else if (top.index < run.count) {
      todo.push({ map: run.inner, base: top.base + run.offset + top.index * run.stride, run: 0, index: 0 });
      top.index++;
    } else {
      top.run++;
      top.index = 0;
    }
  }
}
