/**
 * What the analysis keeps track of: locals that hold integers or references, and the lengths of the open arrays that locals hold or refer to. Each is a variable with a number.
 *
 * Nobody else changes a local. A length changes with its local only: arrays on the heap keep theirs.
 */

import type { RuntimeType } from '../../types/runtime-type.ts';
import type { FrameShape, LocalShape } from '../frame.ts';
import { holdsReference } from '../frame.ts';
import { isBoolean, openDimensions, revealed } from '../signature.ts';
import { LENGTH, NO_NEGATIVE, ofBounds, type Range } from './range.ts';

const NONE: readonly number[] = [];

export class Variables {
  /** What every value of the variable lies within. */
  readonly types: Range[] = [];
  /** Differences of references mean nothing. */
  readonly isInteger: boolean[] = [];
  private readonly shape: FrameShape;
  private most: number;
  private readonly values: (number | undefined)[] = [];
  private readonly arrays: (readonly number[] | undefined)[] = [];

  constructor(shape: FrameShape, most: number) {
    this.shape = shape;
    this.most = most;
  }

  get count(): number {
    return this.types.length;
  }
  /** There are to be no more. */
  close(): void {
    this.most = this.count;
  }

  /** The variable of a local's own value, -1 if none is kept. Those that are asked for first get one, so the analysis asks for what is used. */
  ofLocal(n: number): number {
    return (this.values[n] ??= this.valueOf(this.shape.locals[n]!));
  }
  /** The variables of the lengths of the array that a local means, outermost dimension first. */
  lengthsOf(n: number): readonly number[] {
    return (this.arrays[n] ??= this.arrayOf(this.shape.locals[n]!));
  }

  private valueOf({ def, type }: LocalShape): number {
    if (def.kind !== 'value') return -1;
    if (type.kind === 'null' || (holdsReference(type) && type.kind !== 'procedure' && type.kind !== 'procany'))
      return this.variable(NO_NEGATIVE, false);
    const base = type.kind === 'packed' ? type.base : type;
    return base.kind === 'ordinal' && !isBoolean(base) ? this.variable(ofBounds(base.lo, base.hi), true) : -1;
  }

  private arrayOf({ def, type }: LocalShape): readonly number[] {
    if (def.kind === 'exception') return NONE;
    const array = def.kind === 'value' ? target(type) : type;
    const dimensions = array ? openDimensions(array) : 0;
    if (dimensions === 0 || this.count + dimensions > this.most) return NONE;
    return Array.from({ length: dimensions }, () => this.variable(LENGTH, true));
  }

  private variable(type: Range, isInteger: boolean): number {
    if (this.count >= this.most) return -1;
    this.types.push(type);
    this.isInteger.push(isInteger);
    return this.count - 1;
  }
}

/** What a reference of the type refers to, unless it is an object. */
export function target(type: RuntimeType): RuntimeType | undefined {
  const ref = revealed(type);
  return ref.kind === 'ref' ? ref.target : undefined;
}
