/**
 * Stacks of the engine that run one strand after the other: to go on with a stack that waits takes the engine half as long as to make one, and leaves nothing to its collector.
 *
 * Each is in a loop in WebAssembly that asks for a procedure, calls it, and asks again; there it waits. An exception that a procedure lets out ends the stack, too.
 */
import { REGISTERS } from '../codegen/registers.ts';
import type { WasmFunction } from '../domain/slots.ts';
import { ModuleBuilder } from '../wasm/module.ts';
import { Op } from '../wasm/opcodes.ts';
import type { SchedulerImports } from './contract.ts';
import { activate, suspending } from './jspi.ts';
import { PARKING_BYTES } from './parking.ts';

/** Stacks that are kept. Each has a page or two of memory. */
const KEPT = 32;
/** For a stack's loop: no procedure any more. */
const NOTHING = 0;
const SETTLED = Promise.resolve();

type StackPoolImports = Pick<SchedulerImports, 'memory' | 'table'>;

/** What becomes of the strand that runs. */
export interface Runs {
  /** Its procedure has returned. Passes the processor on. */
  returned(): void;
  failed(error: unknown): void;
}

export class StackPool {
  readonly #k: StackPoolImports;
  readonly #runs: Runs;
  readonly #failed: (error: unknown) => void;
  readonly #idle: PromiseWithResolvers<number>[] = [];
  #loop: WasmFunction | undefined;
  /** For the stack that is being made. */
  #first = NOTHING;

  constructor(k: StackPoolImports, runs: Runs) {
    this.#k = k;
    this.#runs = runs;
    this.#failed = (error) => runs.failed(error);
  }

  /**
   * Has the procedure in the slot called, with the word that is parked on the stack of the strand that is about to run, when the code of the one that ran before has given way.
   * It has one parameter, a reference, and no result.
   */
  call(slot: number): void {
    const stack = this.#idle.pop();
    if (stack) stack.resolve(slot);
    else void SETTLED.then(() => this.#make(slot));
  }

  /** As if the procedure had failed of that. */
  fail(error: unknown): void {
    void SETTLED.then(() => this.#failed(error));
  }

  #make(slot: number): void {
    this.#loop ??= loopOf(this.#k, () => this.#next());
    this.#first = slot;
    activate(this.#loop, []).then(undefined, this.#failed);
  }

  /** The next procedure for the stack that asks. */
  #next(): number | Promise<number> {
    const first = this.#first;
    if (first !== NOTHING) {
      this.#first = NOTHING;
      return first;
    }
    if (this.#idle.length >= KEPT) {
      this.#runs.returned();
      return NOTHING;
    }
    const next = Promise.withResolvers<number>();
    this.#idle.push(next);
    this.#runs.returned();
    return next.promise;
  }
}

/** The same for every kernel. */
let code: WebAssembly.Module | undefined;

function loopOf(k: StackPoolImports, next: () => number | Promise<number>): WasmFunction {
  code ??= new WebAssembly.Module(loopCode());
  const { exports } = new WebAssembly.Instance(code, {
    k: { memory: k.memory, table: k.table, next: suspending(next) },
  });
  return exports['loop'] as WasmFunction;
}

function loopCode(): Uint8Array<ArrayBuffer> {
  const m = new ModuleBuilder('stacks');
  m.importMemory('k', 'memory', { min: 0 });
  m.importTable('k', 'table', { min: 0 });
  const next = m.importFunction('k', 'next', { params: [], results: ['i32'] });
  const loop = m.function('loop', { params: [], results: [] });
  const b = loop.body;
  const slot = b.local('i32');
  b.loop();
  b.call(next).tee(slot).if();
  b.i32(0).memory(Op.i32_load, REGISTERS.sp).i32(PARKING_BYTES).op(Op.i32_sub).memory(Op.i32_load, 0);
  b.get(slot).callIndirect(m.type({ params: ['i32'], results: [] }));
  b.br(1).end().end();
  m.export('loop', 'func', loop.index);
  return m.encode().bytes;
}
