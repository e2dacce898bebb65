/**
 * The one function table, and what is known of each of its slots.
 *
 * Every top-level procedure has a *code slot*, where its own compiled code lies. A procedure that an interface exports is an event and has a second,
 * the *event slot*, by which everybody calls it and which stands for it as a procedure value. As long as nobody else handles the event, the
 * event slot holds the very same function. The dispatcher rewrites event slots and nothing else.
 *
 * A procedure value of a destroyed domain may still lie anywhere, and must never come to mean another procedure: slots are used again only when `reclaim.ts`
 * has found nothing that could be such a value.
 */
import { FIRST_ADDRESS } from '../heap/layout.ts';
import { LinkError } from '../load/link-error.ts';
import type { ProcedureRT } from '../types/runtime-type.ts';

export interface SlotInfo {
  readonly slot: number;
  readonly kind: 'event' | 'code' | 'kernel';
  /** Number of the domain whose procedure it is; 0 is the kernel's own. */
  readonly domain: number;
  readonly unit: string;
  /** `Outer.Inner` for nested procedures. */
  readonly procedure: string;
  readonly nested: boolean;
  /** Names of the interfaces that export it; empty for what is not an event. */
  readonly interfaces: readonly string[];
  /** The slot with the procedure's own code; for a code slot itself. */
  readonly intrinsic: number;
  /** The event slot of this procedure; 0 if it is no event. */
  readonly event: number;
  /** Set when the domain is linked. EPHEMERAL and FUNCTIONAL are flags of the type. */
  type?: ProcedureRT;
}

/** `Unit.Procedure`. */
export function slotName(info: SlotInfo): string {
  return `${info.unit}.${info.procedure}`;
}

export class SlotRegistry {
  readonly table: WebAssembly.Table;
  readonly #infos: (SlotInfo | undefined)[] = [undefined];
  /** What was found in the table, which the engine takes long to look up. An instance's own code comes into empty slots, and everything else by `set`. */
  readonly #code: (WasmFunction | undefined)[] = [undefined];
  /** How often `set` and `release` have changed what slots hold: while it stays, what was found out about slots that are in use stays true. */
  changes = 0;
  /** Free slots in rows, ascending, no two of them adjacent. */
  #free: { readonly first: number; readonly count: number }[] = [];

  /** Slot 0 is NIL. */
  constructor() {
    this.table = new WebAssembly.Table({ element: 'anyfunc', initial: 1024 });
  }

  /** The number of slots in use, the one of NIL included. */
  get count(): number {
    return this.#infos.length;
  }

  /** Procedure values and addresses share their numbers (see `codegen/link.ts`), so slots end where addresses begin. */
  allocate(count: number): number {
    const row = this.#free.findIndex((r) => r.count >= count);
    if (row >= 0) {
      const { first, count: all } = this.#free[row]!;
      this.#free.splice(row, 1, ...(all > count ? [{ first: first + count, count: all - count }] : []));
      return first;
    }
    const first = this.#infos.length;
    const end = first + count;
    if (end > FIRST_ADDRESS) {
      throw new LinkError(
        'K1110',
        `no room for ${count} more procedures: the kernel has ${first} of at most ${FIRST_ADDRESS - 1}`,
      );
    }
    if (end > this.table.length)
      this.table.grow(Math.min(FIRST_ADDRESS, Math.max(end, this.table.length * 2)) - this.table.length);
    this.#infos.length = end;
    return first;
  }

  /** Nothing mentions these any more. */
  release(slots: Iterable<number>): void {
    this.changes++;
    const rows: { first: number; count: number }[] = [];
    const all = [...slots, ...this.#free.flatMap((r) => Array.from({ length: r.count }, (_, i) => r.first + i))];
    for (const slot of all.sort((a, b) => a - b)) {
      this.#infos[slot] = undefined;
      this.#code[slot] = undefined;
      this.table.set(slot, null);
      const last = rows.at(-1);
      if (last && last.first + last.count === slot) last.count++;
      else rows.push({ first: slot, count: 1 });
    }
    this.#free = rows;
  }

  /** Slots that hold nothing, or whose number has not been given out. */
  get freeCount(): number {
    return this.#free.reduce((n, r) => n + r.count, 0) + FIRST_ADDRESS - this.#infos.length;
  }

  describe(info: SlotInfo): void {
    this.#infos[info.slot] = info;
  }

  info(slot: number): SlotInfo | undefined {
    return this.#infos[slot];
  }

  get(slot: number): WasmFunction | undefined {
    return (this.#code[slot] ??= (this.table.get(slot) as WasmFunction | null) ?? undefined);
  }

  set(slot: number, code: WebAssembly.ExportValue): void {
    this.changes++;
    this.table.set(slot, code);
    this.#code[slot] = code as WasmFunction;
  }

  /** Slots of one domain, in ascending order. */
  *ofDomain(domain: number): Generator<SlotInfo> {
    for (const info of this.#infos) if (info?.domain === domain) yield info;
  }
}

/** An exported WebAssembly function, as tables hold them. */
export type WasmFunction = (...args: (number | bigint)[]) => number | bigint | undefined;
