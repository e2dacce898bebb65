/**
 * Real time: how long the machine may run, when the host gets to do its own work, and sleeping while something may come from outside.
 *
 * Nothing that strands see may depend on it, but what comes from outside.
 */
import type { Machine } from '../machine/machine.ts';
import type { Clock } from './clock.ts';

/** Real time after which the host gets to do its own work. */
const HOST_TURN_MILLISECONDS = 20;
/** After so many switches, or when a turn ends, it is looked at: asking for the time costs as much as a switch. */
const SWITCHES_PER_LOOK = 16;

export class HostTime {
  readonly #machine: Machine;
  #lastTurn = 0;
  #switches = 0;
  /** Real time for the whole run. */
  milliseconds: number | undefined;

  constructor(machine: Machine) {
    this.#machine = machine;
  }

  get isOver(): boolean {
    return this.milliseconds !== undefined && this.#machine.elapsed() > this.milliseconds;
  }

  /** If so, it is time for a look, too. */
  get turnIsDue(): boolean {
    const isDue = this.#machine.elapsed() - this.#lastTurn > HOST_TURN_MILLISECONDS;
    if (isDue) this.#switches = SWITCHES_PER_LOOK;
    return isDue;
  }

  countSwitch(): void {
    this.#switches++;
  }

  /** To be asked after switches. If so, it stays so until the host has had its turn. */
  get turnIsDueAfterSwitch(): boolean {
    if (this.#switches < SWITCHES_PER_LOOK) return false;
    if (this.isOver || this.#machine.elapsed() - this.#lastTurn > HOST_TURN_MILLISECONDS) return true;
    this.#switches = 0;
    return false;
  }

  async turn(): Promise<void> {
    await this.#machine.turn();
    this.#lastTurn = this.#machine.elapsed();
    this.#switches = 0;
  }

  /** Sleepers keep real time while something may come from outside; otherwise virtual time jumps. */
  async waitOutside(clock: Clock, woken: Promise<void>): Promise<void> {
    const alarm = clock.nextAlarm;
    const waits: Promise<void>[] = [woken];
    if (alarm !== undefined) waits.push(this.#machine.pause((alarm - clock.now) / 1e6));
    if (this.milliseconds !== undefined) {
      waits.push(this.#machine.pause(this.milliseconds - this.#machine.elapsed() + 1));
    }
    const before = this.#machine.elapsed();
    await Promise.race(waits);
    this.#lastTurn = this.#machine.elapsed();
    if (alarm !== undefined) clock.jumpTo(Math.min(alarm, clock.now + Math.ceil((this.#lastTurn - before) * 1e6)));
  }
}
