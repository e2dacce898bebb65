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
  /** References in the words of `mask[t]`. */
  Words: 1,
  /** As `maps[t]` says, a map without nested ones. */
  Runs: 2,
  /** As `maps[t]` says. */
  Map: 3,
  /** An open array whose elements have references in the words of `mask[t]`. */
  WordElements: 4,
  /** An open array whose elements are as `maps[t]` says. */
  MapElements: 5,
  /** A text: none, or the two parts of a concatenation. */
  Text: 6,
} as const;

/** Words of an object, or of an element, that a mask can speak of. */
const MASK_WORDS = 31;

/** What the collector knows of open arrays. */
export interface ArrayShape {
  readonly elementSize: number;
  readonly dimensions: number;
  readonly dataOffset: number;
}

export class Shapes {
  /** Scan by typecode. */
  scan = new Uint8Array(256);
  /** Bit i stands for the i-th 32-bit word from the start of the payload, or of the element. */
  mask = new Int32Array(256);
  readonly maps = new Map<number, RefMap>();
  readonly arrays = new Map<number, ArrayShape>();

  register(shape: HeapShape): void {
    const t = shape.typecode;
    if (t >= this.scan.length) {
      this.scan = grown(this.scan, new Uint8Array(2 * t));
      this.mask = grown(this.mask, new Int32Array(2 * t));
    }
    if (shape.kind === DescriptorKind.Text) {
      this.scan[t] = Scan.Text;
      return;
    }
    const isArray = shape.kind === DescriptorKind.OpenArray;
    if (isArray) {
      const { elementSize, dimensions, size } = shape;
      this.arrays.set(t, { elementSize, dimensions, dataOffset: size });
    }
    const mask = maskOf(shape.refs);
    if (mask !== undefined) {
      this.mask[t] = mask;
      this.scan[t] = mask === 0 ? Scan.None : isArray ? Scan.WordElements : Scan.Words;
      return;
    }
    this.maps.set(t, shape.refs);
    const nested = shape.refs.some((run) => run.inner);
    this.scan[t] = isArray ? Scan.MapElements : nested ? Scan.Map : Scan.Runs;
  }
}

function grown<A extends Uint8Array | Int32Array>(from: A, to: A): A {
  to.set(from);
  return to;
}

/** The mask of references that all lie in the first words; undefined for others. */
function maskOf(map: RefMap): number | undefined {
  if (lastReference(map) >= MASK_WORDS * 4) return undefined;
  let mask = 0;
  eachReference(map, 0, (offset) => {
    mask |= 1 << (offset / 4);
  });
  return mask;
}

/** Offset of the last reference; -1 when there is none. Runs are in ascending order. */
function lastReference(map: RefMap): number {
  let offset = 0;
  for (let run = map[map.length - 1]; run; run = run.inner?.[run.inner.length - 1]) {
    offset += run.offset + (run.count - 1) * run.stride;
    if (!run.inner) return offset;
  }
  return -1;
}
