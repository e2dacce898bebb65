/**
 * By typecode, where an object's references lie: the collector's tables.
 */
import type { HeapShape } from '../types/descriptors.ts';
import { eachReference } from '../types/ref-map.ts';
import type { RefMap } from '../types/runtime-type.ts';
import { DescriptorKind } from './layout.ts';

export const Scan = {
  /** No references. */
  None: 0,
  /** References at the offsets `offsets[start[t] + 1 ..]`, `offsets[start[t]]` of them. */
  Flat: 1,
  /** As `maps[t]` says. */
  Map: 2,
  /** An open array whose elements are references at the offsets of Flat. */
  FlatElements: 3,
  /** An open array whose elements are as `maps[t]` says. */
  MapElements: 4,
} as const;

const MAX_FLAT = 32;

export class Shapes {
  /** Scan by typecode. */
  scan = new Uint8Array(256);
  start = new Int32Array(256);
  offsets = new Int32Array(1024);
  private used = 0;
  readonly maps = new Map<number, RefMap>();
  /** By typecode, for open arrays. */
  readonly elementSize = new Map<number, number>();
  readonly dimensions = new Map<number, number>();
  readonly dataOffset = new Map<number, number>();

  register(shape: HeapShape): void {
    const t = shape.typecode;
    if (t >= this.scan.length) {
      this.scan = grown(this.scan, new Uint8Array(2 * t));
      this.start = grown(this.start, new Int32Array(2 * t));
    }
    if (shape.refs.length === 0) {
      this.scan[t] = Scan.None;
      return;
    }
    const elements = shape.kind === DescriptorKind.OpenArray;
    if (elements) {
      this.elementSize.set(t, shape.elementSize);
      this.dimensions.set(t, shape.dimensions);
      this.dataOffset.set(t, shape.size);
    }
    const flat = flattened(shape.refs);
    if (!flat) {
      this.maps.set(t, shape.refs);
      this.scan[t] = elements ? Scan.MapElements : Scan.Map;
      return;
    }
    if (this.used + flat.length + 1 > this.offsets.length) {
      this.offsets = grown(this.offsets, new Int32Array(2 * this.offsets.length));
    }
    this.start[t] = this.used;
    this.offsets[this.used++] = flat.length;
    for (const offset of flat) this.offsets[this.used++] = offset;
    this.scan[t] = elements ? Scan.FlatElements : Scan.Flat;
  }
}

function grown<A extends Uint8Array | Int32Array>(from: A, to: A): A {
  to.set(from);
  return to;
}

/** The offsets of few references; undefined when there are many. */
function flattened(map: RefMap): number[] | undefined {
  let count = 0;
  const todo: [RefMap, number][] = [[map, 1]];
  while (todo.length > 0 && count <= MAX_FLAT) {
    const [runs, times] = todo.pop()!;
    for (const run of runs) {
      if (run.inner) todo.push([run.inner, times * run.count]);
      else count += times * run.count;
    }
  }
  if (count > MAX_FLAT) return undefined;
  const offsets: number[] = [];
  eachReference(map, 0, (offset) => offsets.push(offset));
  return offsets;
}
