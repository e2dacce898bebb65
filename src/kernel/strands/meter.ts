/**
 * Fuel: what strands use of the processor, and how much of it they may still use.
 *
 * Generated code counts down `fuel`. What is granted at once is the least of what is left of the turn, of each budget and of the whole run, so that every limit is
 * noticed at the first safepoint past it, at the same place in every run.
 */
import type { Register } from '../codegen/registers.ts';
import type { Clock } from './clock.ts';
import { ORIGINS_PER_TURN } from './origin.ts';
import { burn, type FuelLeft, fuelLeft, leastFuelLeft, WINDOW } from './quota.ts';
import type { Budget, Strand } from './strand.ts';

/** Fuel of one turn: about a millisecond. */
export const TURN = 500_000;
const MAX_GRANT = 0x7fff_ffff;

export class Meter {
  readonly #fuel: Register;
  readonly #clock: Clock;
  #granted = 0;
  #window = 0;
  #windowEnd = WINDOW;
  /** Fuel for the whole run. */
  limit: number | undefined;

  constructor(fuel: Register, clock: Clock) {
    this.#fuel = fuel;
    this.#clock = clock;
  }

  /** Charges the running strand for what it has used since the last time. */
  settle(strand: Strand): void {
    const left = this.#fuel.value;
    const used = this.#granted - left;
    this.#granted = left;
    strand.consumed += used;
    strand.turnLeft -= used;
    burn(strand.share, used, this.window);
    this.#clock.burn(used);
  }

  /** The window of virtual time that is at hand. */
  get window(): number {
    const { now } = this.#clock;
    if (now >= this.#windowEnd) {
      this.#window = Math.floor(now / WINDOW);
      this.#windowEnd = (this.#window + 1) * WINDOW;
    }
    return this.#window;
  }

  /** What its domain's limits leave to the strand. */
  quota(strand: Strand): FuelLeft {
    return fuelLeft(strand.share, this.window);
  }

  /** Charges the running strand for work of the kernel on its behalf. Budgets are for the handlers' own work, and not touched. */
  charge(strand: Strand, fuel: number): void {
    this.settle(strand);
    strand.turnLeft -= fuel;
    burn(strand.share, fuel, this.window);
    this.#clock.burn(fuel);
    this.grant(strand);
  }

  grant(strand: Strand): void {
    let grant = Math.min(MAX_GRANT, strand.turnLeft);
    for (const b of strand.budgets) grant = Math.min(grant, b.limit - strand.consumed);
    if (this.limit !== undefined) grant = Math.min(grant, this.limit - this.#clock.fuel);
    grant = Math.min(grant, Math.ceil(leastFuelLeft(strand.share, this.window)));
    if (strand.killed !== undefined || strand.held !== 0) grant = 0;
    // One less, for code calls `refuel` only below zero: so that a limit of N is noticed when N units are used.
    this.#granted = Math.max(0, grant) - 1;
    this.#fuel.value = this.#granted;
  }

  /** Grants fuel for a turn of the strand; it has paid already for being given it. */
  newTurn(strand: Strand, paid: number): void {
    strand.turnLeft = TURN - paid;
    strand.originsLeft = ORIGINS_PER_TURN;
    if (paid > 0) {
      burn(strand.share, paid, this.window);
      this.#clock.burn(paid);
    }
    this.grant(strand);
  }

  get exhausted(): boolean {
    return this.limit !== undefined && this.#clock.fuel >= this.limit;
  }
}

/** The outermost budget that is used up: termination goes back to where it began. */
export function spentBudget(strand: Strand): Budget | undefined {
  return strand.budgets.find((b) => strand.consumed >= b.limit);
}
