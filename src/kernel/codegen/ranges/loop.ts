/**
 * A loop: what is taken to hold whenever its head is reached, until the ways back to the head have shown whether it does.
 *
 * The guess is what holds on entry, but for the ways in which the assignments of the loop may change it. Where a way back does not confirm it, that part is given up for good and the
 * loop is looked at again; so it is looked at a few times only, also when it is within others that are.
 */
import type { Difference, State } from './state.ts';
import { between, type Survey } from './survey.ts';

/** All of the assignments of a variable in the loop. */
interface Changes {
  up: boolean;
  down: boolean;
  /** Neither by steps up nor by steps down: to anything between these. */
  other: boolean;
  lo: number;
  hi: number;
  readonly copied: number[];
}

const MOST_PAIRS = 16;
/** After so many wrong guesses nothing is guessed any more of what the loop assigns. */
const MOST_WRONG = 3;
const WAYS = 2;

export class Loop {
  private readonly survey: Survey;
  private readonly changes = new Map<number, Changes>();
  private readonly tested = new Set<number>();
  private readonly pairs: (readonly [x: number, y: number])[] = [];
  // Of most loops there are none, and making sets takes time.
  private wrongLow: Set<number> | undefined;
  private wrongHigh: Set<number> | undefined;
  private wrongPairs: Set<number> | undefined;
  private wrong = 0;
  private right = true;
  private head: State | undefined;

  constructor(survey: Survey, begin: number, end: number) {
    this.survey = survey;
    const { variables } = survey;
    for (const a of between(survey.assignments, begin, end)) {
      const own = variables.ofLocal(a.local);
      if (own >= 0) {
        const c = this.changesOf(own);
        if (a.step !== undefined) c[a.step] = true;
        else {
          c.other = true;
          if (a.copied >= 0) c.copied.push(a.copied);
          else {
            c.lo = Math.min(c.lo, a.range.lo);
            c.hi = Math.max(c.hi, a.range.hi);
          }
        }
      }
      for (const length of variables.lengthsOf(a.local)) {
        const c = this.changesOf(length);
        c.other = true;
        c.lo = Number.NEGATIVE_INFINITY;
        c.hi = Number.POSITIVE_INFINITY;
      }
    }
    for (const { x, y } of between(survey.tests, begin, end)) {
      this.tested.add(x);
      if (y < 0) continue;
      this.tested.add(y);
      if (this.pairs.length < MOST_PAIRS && !this.pairs.some(([a, b]) => a === x && b === y)) this.pairs.push([x, y]);
    }
  }

  private changesOf(variable: number): Changes {
    let c = this.changes.get(variable);
    if (!c) {
      c = {
        up: false,
        down: false,
        other: false,
        lo: Number.POSITIVE_INFINITY,
        hi: Number.NEGATIVE_INFINITY,
        copied: [],
      };
      this.changes.set(variable, c);
    }
    return c;
  }

  /** What holds at the head, if the guess is right. */
  guess(entry: State): State {
    const head = entry.copy();
    if (!this.right) this.wrong++;
    this.right = true;
    for (const [v, c] of this.changes) head.set(v, this.guessBounds(entry, v, c));
    head.differences = this.guessDifferences(entry);
    this.head = head.copy();
    return head;
  }

  private guessBounds(entry: State, v: number, c: Changes): { lo: number; hi: number } {
    const type = this.survey.variables.types[v]!;
    let lo = Math.min(entry.lo(v), c.lo);
    let hi = Math.max(entry.hi(v), c.hi);
    for (const from of c.copied) {
      const source = this.changes.has(from)
        ? this.survey.variables.types[from]!
        : { lo: entry.lo(from), hi: entry.hi(from) };
      lo = Math.min(lo, source.lo);
      hi = Math.max(hi, source.hi);
    }
    // What is stepped up without ever being looked at may come round to the other end.
    const wraps = !this.tested.has(v);
    const tired = this.wrong >= MOST_WRONG;
    if (tired || c.down || (c.up && wraps && type.hi === Number.POSITIVE_INFINITY) || this.wrongLow?.has(v))
      lo = type.lo;
    if (tired || c.up || (c.down && wraps && type.lo === Number.NEGATIVE_INFINITY) || this.wrongHigh?.has(v))
      hi = type.hi;
    return { lo: Math.max(lo, type.lo), hi: Math.min(hi, type.hi) };
  }

  private guessDifferences(entry: State): Difference[] {
    const guessed: Difference[] = [];
    for (const d of entry.differences) {
      const c = this.guessDifference(d);
      if (c !== undefined) guessed.push(c === d.c ? d : { ...d, c });
    }
    const { isInteger } = this.survey.variables;
    for (const [a, b] of this.pairs) {
      for (const [x, y] of [
        [a, b],
        [b, a],
      ] as const) {
        if (!isInteger[x] || !isInteger[y] || guessed.some((d) => d.x === x && d.y === y)) continue;
        const c = this.guessDifference({ x, y, c: entry.difference(x, y, 1) });
        if (c !== undefined && c <= 0) guessed.push({ x, y, c });
      }
    }
    return guessed;
  }

  /** x - y may become greater in the loop, but a test in it may see to it that x does not come to or go beyond y. */
  private guessDifference({ x, y, c }: Difference): number | undefined {
    const ofX = this.changes.get(x);
    const ofY = this.changes.get(y);
    if (!ofX && !ofY) return c;
    if (this.wrong >= MOST_WRONG || this.wrongPairs?.has(this.pair(x, y))) return undefined;
    const grows = (ofX && (ofX.up || ofX.other)) || (ofY && (ofY.down || ofY.other));
    if (!grows) return c;
    if (c > 0 || !(this.tested.has(x) || this.tested.has(y))) return undefined;
    return Math.max(c, -1);
  }

  private pair(x: number, y: number): number {
    return x * this.survey.variables.count + y;
  }

  /** On a way back to the head: whether what was guessed holds. */
  confirm(state: State): boolean {
    const head = this.head!;
    for (const v of this.changes.keys()) {
      if (state.lo(v) < head.lo(v)) {
        this.right = false;
        (this.wrongLow ??= new Set()).add(v);
      }
      if (state.hi(v) > head.hi(v)) {
        this.right = false;
        (this.wrongHigh ??= new Set()).add(v);
      }
    }
    for (const { x, y, c } of head.differences) {
      if (!this.changes.has(x) && !this.changes.has(y)) continue;
      if (state.difference(x, y, WAYS) <= c) continue;
      this.right = false;
      (this.wrongPairs ??= new Set()).add(this.pair(x, y));
    }
    return this.right;
  }
}
