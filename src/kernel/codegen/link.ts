/**
 * What the code generator is given: a verified module whose every symbolic reference has been resolved by the linker.
 */
import type { SpxModule } from '../../bytecode/module.ts';
import type { RuntimeType } from '../types/runtime-type.ts';
import type { InlineName } from './inline.ts';
import type { Register } from './registers.ts';

export interface LinkedModule {
  readonly module: SpxModule;
  /** Number of the domain, in the headers of the objects it allocates. */
  readonly domain: number;
  /** But for unit bodies, they name the domain of the strand that runs the code: whoever calls pays. */
  readonly callerPays?: boolean;
  /** Interned types by TypeIndex (builtins included). */
  readonly types: readonly RuntimeType[];
  /**
   * Table slot per ProcIndex to call or to take as a value: the event's slot of an imported or exported procedure, the procedure's own slot
   * of any other one. Slot 0 is never used (it means NIL).
   */
  readonly slots: readonly number[];
  /** Per own procedure (ProcIndex minus imported count): slot where its compiled code must be put; equals `slots[...]` unless it is an event with its own intrinsic slot. */
  readonly codeSlots: readonly number[];
  /** By slot, the events that code does by itself in the usual cases. */
  readonly inlines: ReadonlyMap<number, InlineName>;
  /** Own procedures that some interface exports: calls go through their event slot, never direct. */
  readonly exported: ReadonlySet<number>;
  /** Address per GlobalIndex. */
  readonly globals: readonly number[];
  /** Kernel-wide exception number per ExceptionIndex. */
  readonly exceptions: readonly number[];
  /** Argument type per ExceptionIndex. */
  readonly exceptionArguments: readonly (RuntimeType | undefined)[];
  /** Addresses of the text constants, by index of the text pool. */
  readonly texts: readonly number[];
  /** Address of the RTCode.Module object of each unit of the module, by unit index (0 where there is none). */
  readonly moduleRefs: readonly number[];
  /** Address of the RTCode.Interface object by interface name, for own and imported interfaces. */
  readonly interfaceRefs: ReadonlyMap<string, number>;
}

/**
 * WebAssembly calling convention (implemented by `signature.ts`):
 * - operands: int, set -> i64; bool, ref, proc -> i32; real -> f32; long -> f64; address -> i32; address of an open array -> i32 data address, then one i32 length per open dimension.
 * - parameters: VALUE scalars as operands; VALUE aggregates and arrays as an address that the callee copies from; VAR and READONLY as addresses.
 * - an aggregate result: an i32 address first, no WebAssembly result. A nested procedure's environment (its parent's frame address): an i32 last.
 * - a procedure value is its table slot; a closure is the address of {u32 slot, u32 environment} in a frame, told apart by being >= FIRST_ADDRESS.
 * - exceptions: tag `exn` (i32 exception number, i64 argument): scalar argument bits (f32/f64 reinterpreted, i32 zero-extended) or the reference of a box with the aggregate.
 * - termination: tag `kill` (), which extension code never catches.
 */
export interface KernelImports {
  readonly memory: WebAssembly.Memory;
  readonly table: WebAssembly.Table;
  /** Shadow stack pointer (grows upward) and its limit; multiples of 8. These four are not imported, but at fixed addresses (`registers.ts`). */
  readonly sp: Register;
  readonly spLimit: Register;
  /** Fuel left of the quantum; below zero calls `refuel`. */
  readonly fuel: Register;
  /** Events of `inlines` that have other handlers than their own, a bit for each. */
  readonly handled: Register;
  readonly exn: WebAssembly.Tag;
  readonly kill: WebAssembly.Tag;
  /** Suspends or terminates the strand, or refills `fuel`. May be a Suspending function. */
  readonly refuel: WebAssembly.ImportValue;
  /** fault(code: i32): throws `exn` with SpinException.Exception. */
  readonly fault: (code: number) => void;
  /** assertFailed(text: i32). */
  readonly assertFailed: (text: number) => void;
  /** implicit(exception: i32): i32, whether the exception passes every RAISES. */
  readonly implicit: (exception: number) => number;
  /** notAdmitted(exception: i32, argument: i64): throws `exn` with SpinException.Exception(NotInRaisesList), which names the exception. */
  readonly notAdmitted: (exception: number, argument: bigint) => void;
  /** Called before each RAISE throws, so that an uncaught exception can name its origin. raised(exception: i32). */
  readonly raised: (exception: number) => void;
  /** Where the exception of that number that was just caught was raised, to be given back when it is raised again. */
  readonly originOf: (exception: number) => unknown;
  /** Called before an exception in flight goes on. raisedAgain(exception: i32, origin: externref). */
  readonly raisedAgain: (exception: number, origin: unknown) => void;
  /** alloc(descriptor: i32, domain: i32) -> ref. Payload zeroed, header set, initialiser run by generated code after. */
  readonly alloc: WebAssembly.ExportValue;
  /** allocOpen(descriptor, domain, totalElements: i32) -> ref; lengths are stored by generated code. */
  readonly allocOpen: WebAssembly.ExportValue;
  /** allocText(domain, bytes) -> ref, or 0 if the heap must make it. */
  readonly allocText: WebAssembly.ExportValue;
  /** textCat(a, b, domain) -> ref. */
  readonly textCat: WebAssembly.ImportValue;
  readonly lock: WebAssembly.ImportValue;
  readonly unlock: WebAssembly.ImportValue;
  /** In a build that watches memory, its functions (`watch.ts`). */
  readonly watch?: Readonly<Record<string, WebAssembly.ImportValue>>;
}
