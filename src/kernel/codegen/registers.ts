/**
 * What the running strand keeps at hand: shadow stack pointer, its limit, fuel, the domain that it belongs to, its number.
 *
 * They lie at fixed addresses of the linear memory, not in WebAssembly globals: shared mutable globals are reached through two pointers, and every call
 * touches each of these (measured: recursion takes 4.0 ns a call instead of 7.4).
 */
import type { FunctionBody } from '../wasm/function.ts';
import { Op } from '../wasm/opcodes.ts';

/**
 * Addresses of the registers; they belong to the kernel's part of the memory (`heap/state.ts`). `handled` is of no strand, but of the kernel: the events of `inline.ts` that
 * have other handlers than their intrinsic ones.
 */
export const REGISTERS = { sp: 16, spLimit: 20, fuel: 24, payer: 28, handled: 32, strand: 36 } as const;
export type RegisterName = keyof typeof REGISTERS;

/** A register as TypeScript sees it: a signed word. */
export interface Register {
  value: number;
}

/** The memory's words, whatever becomes of its buffer. */
class Words {
  readonly #memory: WebAssembly.Memory;
  #words: Int32Array;

  constructor(memory: WebAssembly.Memory) {
    this.#memory = memory;
    this.#words = new Int32Array(memory.buffer);
  }

  /** A growth of the memory detaches its buffer. */
  get now(): Int32Array {
    if (this.#words.length === 0) this.#words = new Int32Array(this.#memory.buffer);
    return this.#words;
  }
}

/** A class, so that the engine knows all registers by one shape, and reading one is no call. */
class RegisterInMemory implements Register {
  readonly #words: Words;
  readonly #index: number;

  constructor(memory: WebAssembly.Memory, index: number) {
    this.#words = new Words(memory);
    this.#index = index;
  }

  get value(): number {
    return this.#words.now[this.#index]!;
  }

  set value(word: number) {
    this.#words.now[this.#index] = word;
  }
}

/** Registers that are another strand's with every switch; `fuel` is set for itself. */
export class StrandRegisters {
  readonly #words: Words;

  constructor(memory: WebAssembly.Memory) {
    this.#words = new Words(memory);
  }

  set(sp: number, spLimit: number, payer: number, strand: number): void {
    const words = this.#words.now;
    words[REGISTERS.sp / 4] = sp;
    words[REGISTERS.spLimit / 4] = spLimit;
    words[REGISTERS.payer / 4] = payer;
    words[REGISTERS.strand / 4] = strand;
  }
}

export function register(memory: WebAssembly.Memory, name: RegisterName): Register {
  return new RegisterInMemory(memory, REGISTERS[name] / 4);
}

export function pushRegister(body: FunctionBody, name: RegisterName): FunctionBody {
  return body.i32(0).memory(Op.i32_load, REGISTERS[name]);
}

/** Sets a register to what `push` leaves on the stack. */
export function setRegister(body: FunctionBody, name: RegisterName, push: (body: FunctionBody) => void): void {
  body.i32(0);
  push(body);
  body.memory(Op.i32_store, REGISTERS[name]);
}
