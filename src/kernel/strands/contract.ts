/** What the scheduler is given, and what it answers. Data only. */
import type { Register, StrandRegisters } from '../codegen/registers.ts';
import type { Ending, Strand } from './strand.ts';

export interface SchedulerImports {
  readonly memory: WebAssembly.Memory;
  readonly table: WebAssembly.Table;
  readonly sp: Register;
  readonly running: StrandRegisters;
  readonly fuel: Register;
  readonly exn: WebAssembly.Tag;
  readonly kill: WebAssembly.Tag;
}

export interface Stacks {
  /** A shadow stack: its base and its limit. */
  allocate(domain: number, bytes?: number): { readonly base: number; readonly limit: number };
  /** Writes a word at an address of a stack. */
  store(address: number, word: number): void;
  /** From now on what is between base and `sp` of the strand keeps objects alive. */
  watch(strand: Strand): void;
  free(strand: Strand): void;
}

export interface RunLimits {
  /** Fuel for the whole run. */
  readonly fuel?: number;
  /** Real milliseconds. */
  readonly milliseconds?: number;
}

/** Why `run` came back. */
export type Stop =
  /** What was waited for is done, or no strand is left. */
  | { readonly kind: 'done' }
  /** Strands are left, and nothing can ever wake them. */
  | { readonly kind: 'deadlock'; readonly strands: readonly Strand[] }
  | { readonly kind: 'exit'; readonly code: number }
  | { readonly kind: 'fuel' | 'time' };

export interface SpawnOptions {
  readonly name: string;
  readonly domain: number;
  readonly priority?: number;
  /** Of the shadow stack. */
  readonly stackBytes?: number;
  /** Made by the operator: the domain's limit does not count. */
  readonly unlimited?: boolean;
  readonly onEnd: (ending: Ending, strand: Strand) => void;
}
