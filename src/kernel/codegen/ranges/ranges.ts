/**
 * What is known of a procedure's operands beyond their types, as the emitter asks for it.
 */
import type { Interval } from '../facts.ts';
import { type Range, toBigInt } from './range.ts';

/** More inputs than this have calls only, which ask for nothing. */
const INPUTS = 8;

export class Ranges {
  private readonly noted = new Map<number, Range>();
  private readonly certain = new Set<number>();

  /** That integer input `n` of an instruction lies between these bounds, if that narrows what the verifier says. */
  note(at: number, n: number, r: Range, known: Range): void {
    if (n >= INPUTS) return;
    const key = at * INPUTS + n;
    if (r.lo <= r.hi && (r.lo > known.lo || r.hi < known.hi)) this.noted.set(key, r);
    else if (this.noted.size > 0) this.noted.delete(key);
  }
  /** Whether what the instruction checks is sure to hold, where no interval says so. */
  prove(at: number, holds: boolean): void {
    if (holds) this.certain.add(at);
    else if (this.certain.size > 0) this.certain.delete(at);
  }

  /** Between which bounds integer input `n` of the instruction lies. */
  interval(at: number, n: number): Interval | undefined {
    const r = this.noted.get(at * INPUTS + n);
    return r && { lo: toBigInt(r.lo), hi: toBigInt(r.hi) };
  }
  /** Whether reference input `n` of the instruction is not NIL. */
  isNotNil(at: number, n: number): boolean {
    return (this.noted.get(at * INPUTS + n)?.lo ?? 0) > 0;
  }
  isProved(at: number): boolean {
    return this.certain.has(at);
  }
}

export const NO_RANGES = new Ranges();
