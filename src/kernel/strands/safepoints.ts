/**
 * What happens at a safepoint when the fuel that was granted is used up: termination, the end of a budget, of the run, of a quota, of a turn; or more fuel.
 */
import type { Clock } from './clock.ts';
import type { Stop } from './contract.ts';
import type { HostTime } from './host-time.ts';
import { type Meter, spentBudget } from './meter.ts';
import { type FuelLeft, type ProcessorShare, type Quotas, WINDOW } from './quota.ts';
import type { Strand, WaitReason } from './strand.ts';
import type { Waiting } from './waiting.ts';
import type { StrandEvents } from './watchers.ts';

/** What safepoints need of the scheduler. */
export interface Turns {
  readonly clock: Clock;
  readonly quotas: Quotas;
  readonly strands: ReadonlyMap<number, Strand>;
  readonly events: StrandEvents | undefined;
  /** The running strand, charged up to this moment. */
  settle(): Strand;
  /** Whether a strand waits for the processor that is not less important. */
  isWanted(priority: number): boolean;
  yield(): Promise<void>;
  block(arrange: (waiting: Waiting<void>) => void, reason: WaitReason): Promise<void>;
  stop(stop: Stop): Promise<never>;
  kill(strand: Strand, reason: string): void;
  killException(): WebAssembly.Exception;
}

export class Safepoints {
  readonly #turns: Turns;
  readonly #meter: Meter;
  readonly #host: HostTime;

  constructor(turns: Turns, meter: Meter, host: HostTime) {
    this.#turns = turns;
    this.#meter = meter;
    this.#host = host;
  }

  /** The Suspending import that generated code calls when `fuel` is below zero. */
  readonly refuel = (): Promise<void> | undefined => {
    const turns = this.#turns;
    const strand = turns.settle();
    if (strand.killed !== undefined) throw turns.killException();
    const spent = spentBudget(strand);
    if (spent) {
      spent.exhausted = true;
      throw turns.killException();
    }
    if (this.#meter.exhausted) return turns.stop({ kind: 'fuel' });
    if (this.#host.isOver) return turns.stop({ kind: 'time' });
    if (strand.held !== 0) return turns.yield();
    const quota = this.#meter.quota(strand);
    if (quota.fuel <= 0) return this.#overQuota(quota);
    if (strand.turnLeft <= 0) {
      turns.clock.ringDue();
      if (turns.isWanted(strand.priority) || turns.events?.wants('Checkpoint') || this.#host.turnIsDue)
        return turns.yield();
      this.#meter.newTurn(strand, 0);
    } else this.#meter.grant(strand);
    return undefined;
  };

  /** A domain has used what it may use: its share of this window, and it waits for the next; or all its fuel, and its strands are terminated. */
  #overQuota({ account, kind }: FuelLeft): Promise<void> {
    const { quotas, clock, strands } = this.#turns;
    if (kind === 'share') {
      const { share } = account.limits;
      quotas.exceeded(account, kind, `it may have ${share} % of the processor, and waits for its turns`);
      const next = (this.#meter.window + 1) * WINDOW;
      return this.#turns.block((waiting) => clock.setAlarm(next, () => waiting.wake()), {
        what: 'its share of the processor',
      });
    }
    const reason = `it may use ${account.limits.fuel} units of fuel, and is stopped`;
    quotas.exceeded(account, kind, reason);
    for (const strand of strands.values()) {
      for (let a: ProcessorShare | undefined = strand.share; a; a = a.creator)
        if (a === account) this.#turns.kill(strand, `domain ${account.name} is at its limit: ${reason}`);
    }
    throw this.#turns.killException();
  }

  /** From here on the current strand may use so much fuel before it is terminated back to this place. */
  readonly budgetPush = (fuel: number): void => {
    const strand = this.#turns.settle();
    strand.budgets.push({ limit: strand.consumed + Math.max(0, fuel), exhausted: false });
    this.#meter.grant(strand);
  };

  /** Ends the innermost budget. 1 if it was used up, so that a termination that arrives is its own; 0 if it must be passed on. */
  readonly budgetPop = (): number => {
    const strand = this.#turns.settle();
    const budget = strand.budgets.pop();
    this.#meter.grant(strand);
    return budget?.exhausted ? 1 : 0;
  };
}
