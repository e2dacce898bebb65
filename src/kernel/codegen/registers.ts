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

/** A class, so that the engine knows all registers by one shape, and reading one is no call. */
class RegisterInMemory implements Register {
  readonly #memory: WebAssembly.Memory;
  readonly #index: number;
  #words: Int32Array;

  constructor(memory: WebAssembly.Memory, index: number) {
    this.#memory = memory;
    this.#index = index;
    this.#words = new Int32Array(memory.buffer);
  }

  get value(): number {
    return this.#current()[this.#index]!;
  }

  set value(word: number) {
    this.#current()[this.#index] = word;
  }

  /** A growth of the memory detaches its buffer. */
  #current(): Int32Array {
    if (this.#words.length === 0) this.#words = new Int32Array(this.#memory.buffer);
    return this.#words;
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
