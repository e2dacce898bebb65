/**
 * What is known at one point of the code: between which bounds each variable lies, and how far one lies at most above another.
 */
import { lower, type Range, upper } from './range.ts';

/** x - y <= c. */
export interface Difference {
  readonly x: number;
  readonly y: number;
  readonly c: number;
}

/** A few are enough, and keep it cheap; the oldest makes room. */
const MOST_DIFFERENCES = 24;
/** Sums of some of these are exact. */
const FARTHEST = 2 ** 48;

export class State {
  /** Two for each variable. */
  readonly bounds: number[];
  differences: readonly Difference[];

  constructor(bounds: number[], differences: readonly Difference[]) {
    this.bounds = bounds;
    this.differences = differences;
  }

  copy(): State {
    return new State(this.bounds.slice(), this.differences);
  }

  lo(v: number): number {
    return this.bounds[2 * v]!;
  }
  hi(v: number): number {
    return this.bounds[2 * v + 1]!;
  }
  set(v: number, r: Range): void {
    this.bounds[2 * v] = r.lo;
    this.bounds[2 * v + 1] = r.hi;
  }

  /** Both return whether there is a value left. */
  atLeast(v: number, lo: number): boolean {
    if (lo > this.lo(v)) this.bounds[2 * v] = lower(lo);
    return this.lo(v) <= this.hi(v);
  }
  atMost(v: number, hi: number): boolean {
    if (hi < this.hi(v)) this.bounds[2 * v + 1] = upper(hi);
    return this.lo(v) <= this.hi(v);
  }

  relate(x: number, y: number, c: number): void {
    if (x === y || !(Math.abs(c) <= FARTHEST)) return;
    const kept: Difference[] = [];
    for (const d of this.differences) {
      if (d.x !== x || d.y !== y) kept.push(d);
      else if (d.c <= c) return;
    }
    if (kept.length >= MOST_DIFFERENCES) kept.shift();
    kept.push({ x, y, c });
    this.differences = kept;
  }

  /** The variable gets a value that has nothing to do with the one it had. */
  unrelate(v: number): void {
    for (const d of this.differences) {
      if (d.x !== v && d.y !== v) continue;
      this.differences = this.differences.filter((d) => d.x !== v && d.y !== v);
      return;
    }
  }

  /** The variable grows by so much. */
  shift(v: number, by: number): void {
    if (by === 0 || this.differences.length === 0) return;
    const moved: Difference[] = [];
    for (const d of this.differences) {
      const c = d.x === v ? d.c + by : d.y === v ? d.c - by : d.c;
      if (Math.abs(c) <= FARTHEST) moved.push(c === d.c ? d : { ...d, c });
    }
    this.differences = moved;
  }

  /** The least c that is found with x - y <= c, by way of at most so many other variables. */
  difference(x: number, y: number, ways: number): number {
    if (x === y) return 0;
    let best = upper(this.hi(x) - this.lo(y));
    for (const d of this.differences) {
      if (d.x !== x) continue;
      if (d.y === y) best = Math.min(best, d.c);
      else if (ways > 0) best = Math.min(best, d.c + this.difference(d.y, y, ways - 1));
    }
    return best;
  }

  /** As narrow as other variables make it. */
  narrowed(v: number): Range {
    let lo = this.lo(v);
    let hi = this.hi(v);
    for (const d of this.differences) {
      if (d.x === v) hi = Math.min(hi, this.hi(d.y) + d.c);
      else if (d.y === v) lo = Math.max(lo, this.lo(d.x) - d.c);
    }
    return { lo: lower(lo), hi: upper(hi) };
  }

  /** Either this or the other: what holds in both. */
  merge(other: State): void {
    const differences = this.differences === other.differences ? this.differences : this.common(other);
    for (let n = 0; n < this.bounds.length; n += 2) {
      if (other.bounds[n]! < this.bounds[n]!) this.bounds[n] = other.bounds[n]!;
      if (other.bounds[n + 1]! > this.bounds[n + 1]!) this.bounds[n + 1] = other.bounds[n + 1]!;
    }
    this.differences = differences;
  }

  private common(other: State): Difference[] {
    const common: Difference[] = [];
    const take = (of: State, d: Difference): void => {
      const c = Math.max(d.c, of.difference(d.x, d.y, 1));
      if (c <= FARTHEST && common.length < MOST_DIFFERENCES) common.push(c === d.c ? d : { ...d, c });
    };
    for (const d of this.differences) take(other, d);
    for (const d of other.differences) if (!this.differences.some((o) => o.x === d.x && o.y === d.y)) take(this, d);
    return common;
  }
}
