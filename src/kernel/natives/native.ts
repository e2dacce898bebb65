/**
 * Procedures written in TypeScript behind trusted interfaces: how they are declared, and what they use.
 *
 * A native gets its arguments as WebAssembly passes them (`codegen/link.ts`): ordinals and sets as bigint, BOOLEAN, references, addresses and procedures as
 * number, floats as number; an open array as its address and its lengths. It returns the result likewise. A BOOLEAN is 0 or 1.
 *
 * Rules. The references among the arguments are safe from the collector until the native returns. Any other reference is lost at the next allocation unless
 * held. A native raises by throwing what `raise` or `fault` make. One that waits, or calls WebAssembly, says so in `kind`:
 * - `plain` returns at once; it may have a fast path, in WebAssembly, for what is usual;
 * - `waiting` may return a promise made by `strands.block`, `wait`, `sleepUntil`, `yield`, `stop`, and does nothing after that;
 * - `instruction` is a single one of WebAssembly on the arguments;
 * - `calling` is an async function during which the strand is suspended; it calls WebAssembly by the `Caller` it is given.
 */
import type { Fault } from '../../bytecode/opcodes.ts';
import type { FastPath, Instruction } from '../codegen/natives.ts';
import type { Caller } from '../domain/extension.ts';
import { MemoryError } from '../heap/errors.ts';
import type { Kernel } from '../kernel.ts';
import { LinkError } from '../load/link-error.ts';
import { suspending } from '../strands/jspi.ts';
import { QuotaError } from '../strands/quota.ts';
import type { Strand } from '../strands/strand.ts';

export type Word = number | bigint;
export type Result = Word | undefined;

/** Arguments are typed by each native as it needs them; the calling convention is checked by nobody but its tests. */
// biome-ignore lint/suspicious/noExplicitAny: bigint or number, as the signature says
export type Arguments = any[];

export type Native =
  | {
      readonly kind: 'plain';
      readonly run: (kernel: Kernel, ...args: Arguments) => Result | boolean;
      readonly fast?: FastPath;
    }
  | {
      readonly kind: 'waiting';
      readonly run: (kernel: Kernel, ...args: Arguments) => Result | Promise<Result | undefined>;
    }
  | {
      readonly kind: 'calling';
      readonly run: (kernel: Kernel, call: Caller, ...args: Arguments) => Promise<Result | boolean>;
    }
  | ({ readonly kind: 'instruction' } & Instruction);

export type NativeTable = Readonly<Record<string, Native>>;

export function plain(run: (kernel: Kernel, ...args: Arguments) => unknown): Native {
  return { kind: 'plain', run: run as (kernel: Kernel, ...args: Arguments) => Result };
}

export function fast(path: FastPath, run: (kernel: Kernel, ...args: Arguments) => unknown): Native {
  return { kind: 'plain', run: run as (kernel: Kernel, ...args: Arguments) => Result, fast: path };
}

export function waiting(run: (kernel: Kernel, ...args: Arguments) => unknown): Native {
  return { kind: 'waiting', run: run as (kernel: Kernel, ...args: Arguments) => Promise<undefined> };
}

export function calling(run: (kernel: Kernel, call: Caller, ...args: Arguments) => Promise<unknown>): Native {
  return { kind: 'calling', run: run as (kernel: Kernel, call: Caller, ...args: Arguments) => Promise<Result> };
}

/** The native as an import of WebAssembly, for a procedure with so many parameters there. */
export function importOf(kernel: Kernel, native: Native, parameters: number): WebAssembly.ImportValue | Instruction {
  switch (native.kind) {
    case 'instruction':
      return native;
    case 'plain':
      return guarded(kernel, native.run, parameters);
    case 'waiting':
      return suspending(guarded(kernel, native.run, parameters));
    case 'calling':
      return suspending((...args: Word[]) =>
        kernel.strands.during(
          (strand) => native.run(kernel, callerIn(kernel, strand), ...args),
          (error) => forLanguage(kernel, error),
        ),
      );
  }
}

/** Parameters that are passed on one by one: to put them into an array takes longer than many a native. */
const FEW = 4;

/** The native's own part, which may throw what `forLanguage` knows. With few parameters it gets `undefined` for those that there are not. */
function guarded<R>(kernel: Kernel, run: (kernel: Kernel, ...args: Arguments) => R, parameters: number) {
  if (parameters > FEW) {
    return (...args: Word[]): R => {
      try {
        return run(kernel, ...args);
      } catch (error) {
        throw forLanguage(kernel, error);
      }
    };
  }
  return (a?: Word, b?: Word, c?: Word, d?: Word): R => {
    try {
      return run(kernel, a, b, c, d);
    } catch (error) {
      throw forLanguage(kernel, error);
    }
  };
}

/** What it takes to refuse something, when code and data for that are in no cache: who asks again and again pays for it. */
const REFUSAL_FUEL = 20_000;

/** What the kernel's own services fail of, as an exception of the language. Mistakes of the kernel stay what they are, and end the strand with a report. */
function forLanguage(kernel: Kernel, error: unknown): unknown {
  if (!(error instanceof MemoryError || error instanceof LinkError || error instanceof QuotaError)) return error;
  kernel.strands.charge(REFUSAL_FUEL);
  if (error instanceof MemoryError) return kernel.faults.outOfMemory();
  if (error instanceof QuotaError) return raise(kernel, 'Quota.Exceeded', newText(kernel, error.message));
  return raise(kernel, 'Domain.Error', newText(kernel, `${error.code}: ${error.message}`));
}

/** Calls table slots as part of a strand that is suspended in a native. */
export function callerIn(kernel: Kernel, strand: Strand): Caller {
  return (slot, ...args) => {
    const entry = kernel.slots.get(slot);
    if (!entry) throw new Error(`slot ${slot} is empty`);
    return kernel.strands.call(strand, entry, args);
  };
}

/** Account that pays for what the current strand allocates. */
export function payer(kernel: Kernel): number {
  return kernel.strands.current?.domain ?? 0;
}

export function readText(kernel: Kernel, ref: number): string {
  if (ref === 0) throw fault(kernel, 'AttemptToDereferenceNIL');
  return kernel.access.readText(ref);
}

export function newText(kernel: Kernel, text: string): number {
  return kernel.access.newText(text, payer(kernel));
}

/** A checked run-time error, to be thrown. */
export function fault(kernel: Kernel, code: Fault, message?: string): WebAssembly.Exception {
  return kernel.faults.make(code, message);
}

/** An exception of a kernel interface (`Interface.Name`), to be thrown. The argument as tag `exn` carries it. */
export function raise(kernel: Kernel, exception: string, argument: bigint | number = 0n): WebAssembly.Exception {
  return kernel.faults.raise(exception, BigInt(argument));
}

/** Calls WebAssembly with a new text among the arguments, which is held until the call is done: other strands may run and collect before it starts. */
export async function callWithText(
  kernel: Kernel,
  call: Caller,
  text: string,
  args: (ref: number) => readonly [slot: number, ...args: Word[]],
): Promise<Result> {
  const handle = kernel.heap.hold(kernel.access.newText(text, payer(kernel)));
  try {
    return await call(...args(handle.ref));
  } finally {
    handle.release();
  }
}
