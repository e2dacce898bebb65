/**
 * Virtual time: it passes as fuel is used, and jumps to the next alarm when every strand sleeps. So a run repeats exactly.
 */

/** Nanoseconds for one unit of fuel, about what a safepoint's worth of code takes on today's machines. */
export const NANOSECONDS_PER_FUEL = 2;

interface Alarm {
  /** Nanoseconds since power-on. */
  readonly time: number;
  /** Equal times ring in the order in which they were set. */
  readonly order: number;
  readonly ring: () => void;
}

export class Clock {
  #fuel = 0;
  #jumped = 0;
  #order = 0;
  /** A binary heap, earliest first. */
  readonly #alarms: Alarm[] = [];

  /** Nanoseconds since power-on. */
  get now(): number {
    return this.#fuel * NANOSECONDS_PER_FUEL + this.#jumped;
  }

  /** All fuel ever used. */
  get fuel(): number {
    return this.#fuel;
  }

  burn(fuel: number): void {
    this.#fuel += fuel;
  }

  setAlarm(time: number, ring: () => void): void {
    const alarms = this.#alarms;
    alarms.push({ time: Math.ceil(time), order: this.#order++, ring });
    for (let i = alarms.length - 1; i > 0; ) {
      const parent = (i - 1) >> 1;
      if (!earlier(alarms[i]!, alarms[parent]!)) break;
      [alarms[i], alarms[parent]] = [alarms[parent]!, alarms[i]!];
      i = parent;
    }
  }

  get nextAlarm(): number | undefined {
    return this.#alarms[0]?.time;
  }

  get isDue(): boolean {
    const { nextAlarm } = this;
    return nextAlarm !== undefined && nextAlarm <= this.now;
  }

  /** Rings what is due. */
  ringDue(): void {
    while (this.#alarms.length > 0 && this.#alarms[0]!.time <= this.now) this.#pop().ring();
  }

  jumpTo(time: number): void {
    this.#jumped += Math.max(0, time - this.now);
  }

  #pop(): Alarm {
    const alarms = this.#alarms;
    const first = alarms[0]!;
    const last = alarms.pop()!;
    if (alarms.length === 0) return first;
    alarms[0] = last;
    for (let i = 0; ; ) {
      let least = i;
      for (const child of [2 * i + 1, 2 * i + 2]) {
        if (child < alarms.length && earlier(alarms[child]!, alarms[least]!)) least = child;
      }
      if (least === i) return first;
      [alarms[i], alarms[least]] = [alarms[least]!, alarms[i]!];
      i = least;
    }
  }
}

function earlier(a: Alarm, b: Alarm): boolean {
  return a.time < b.time || (a.time === b.time && a.order < b.order);
}
