/**
 * Checked run-time errors and other exceptions that the kernel itself raises.
 *
 * The boxes of errors without a message of their own are made once: raising one allocates nothing, so it also works when there is no memory.
 */
import { FAULTS, type Fault } from '../../bytecode/opcodes.ts';
import type { Extension } from '../domain/extension.ts';
import type { Handle } from '../heap/roots.ts';
import type { Kernel } from '../kernel.ts';
import { exceptionNumber } from '../load/link.ts';
import { resolved } from '../types/relations.ts';
import type { RecordRT } from '../types/runtime-type.ts';
import { describeException } from './describe-value.ts';
import { framesOf } from './failure.ts';
import { inheritOrigin } from './origin.ts';

/** What a person reads when an error comes without a better message. */
const MESSAGES: Readonly<Record<Fault, string>> = {
  NoException: 'no exception',
  ProtectionFault: 'protection fault',
  BadAddress: 'bad address',
  UnhandledException: 'unhandled exception',
  NotInRaisesList: 'an exception is not in the RAISES list of the procedure that raised it',
  ASSERTFailed: 'ASSERT failed',
  ValueOutOfRange: 'value out of range',
  SubscriptOutOfRange: 'subscript out of range',
  IncompatibleArrayShapes: 'incompatible array shapes',
  AttemptToDereferenceNIL: 'attempt to dereference NIL',
  NARROWFailed: 'NARROW failed',
  FunctionDidNotReturnValue: 'a function procedure did not return a value',
  UnhandledValueInCASEStatement: 'unhandled value in CASE statement',
  UnhandledTypeInTYPECASEStatement: 'unhandled type in TYPECASE statement',
  StackOverflow: 'stack overflow',
  ViewSize: 'VIEW of another size',
  ViewAlignment: 'VIEW at an odd address',
  NoHandlerInvoked: 'no handler was invoked',
  UnalignedFault: 'unaligned access',
  ArithmeticFault: 'division by zero',
  UnknownException: 'unknown exception',
};

const KEPT = 64;

/** What the engine takes to throw from here, about; it is also as much as a loop may have used and not paid for where a check in it fails (`codegen/ops/control.ts`). */
const FAULT_FUEL = 1024;

export const OUT_OF_MEMORY = 'out of memory';

interface Connected {
  readonly exception: number;
  readonly descriptor: number;
  readonly codeOffset: number;
  readonly messageOffset: number;
  readonly size: number;
  readonly boxes: readonly number[];
  readonly outOfMemory: number;
}

export class Faults {
  readonly #kernel: () => Kernel;
  readonly #exn: WebAssembly.Tag;
  /** Exceptions of kernel interfaces by name, as far as asked for. */
  readonly #numbers = new Map<string, number>();
  #connected: Connected | undefined;
  readonly #kept: Handle[] = [];

  constructor(exn: WebAssembly.Tag, kernel: () => Kernel) {
    this.#exn = exn;
    this.#kernel = kernel;
  }

  /** From now on the kernel knows SpinException. Before, no code runs that could fail a check. */
  connect(core: Extension): void {
    const { exceptions, layouts, access, heap } = this.#kernel();
    const exception = exceptionNumber(core, 'SpinException', 'Exception');
    const info = resolved(exceptions.get(exception)!.argument!) as RecordRT;
    const descriptor = layouts.descriptorOf(info);
    const { size } = layouts.layoutOf(info);
    const codeOffset = layouts.fieldPlace(info, 0).offset;
    const messageOffset = layouts.fieldPlace(info, 1).offset;
    const box = (code: number, message: string) => {
      const ref = heap.allocateStaticObject(descriptor, 0, size);
      access.bytes[ref + codeOffset] = code;
      access.writeRef(ref, messageOffset, access.staticText(message, 0));
      return ref;
    };
    const boxes = FAULTS.map((name, code) => box(code, MESSAGES[name]));
    const outOfMemory = box(FAULTS.indexOf('UnknownException'), OUT_OF_MEMORY);
    this.#connected = { exception, descriptor, codeOffset, messageOffset, size, boxes, outOfMemory };
    heap.outOfMemory = (domain) => {
      this.#reportMemory(domain);
      throw this.#exception(exception, BigInt(outOfMemory));
    };
  }

  /** The operator hears of a domain that is at its own limit, once. */
  #reportMemory(domain: number): void {
    const { heap, quotas } = this.#kernel();
    const { limit } = heap.usage(domain);
    if (!Number.isFinite(limit)) return;
    quotas.exceeded(quotas.of(domain), 'memory', `it may have ${Math.floor(limit / 2 ** 20)} MB of memory`);
  }

  outOfMemory(): WebAssembly.Exception {
    const c = this.#known();
    return this.#exception(c.exception, BigInt(c.outOfMemory));
  }

  /** Number of SpinException.Exception; 0 before it is known. */
  get spinException(): number {
    return this.#connected?.exception ?? 0;
  }

  /** A checked run-time error, to be thrown. */
  make(code: Fault, message?: string): WebAssembly.Exception {
    const c = this.#known();
    const number = FAULTS.indexOf(code);
    this.#kernel().counts.faults++;
    return this.#exception(
      c.exception,
      BigInt(message === undefined ? c.boxes[number]! : this.#box(c, number, message)),
    );
  }

  makeByNumber(code: number): WebAssembly.Exception {
    return this.make(FAULTS[code] ?? 'UnknownException');
  }

  /** The same with a text that exists. */
  makeWithText(code: Fault, text: number): WebAssembly.Exception {
    const c = this.#known();
    const number = FAULTS.indexOf(code);
    let box = c.boxes[number]!;
    try {
      box = this.#fill(c, number, () => text);
    } catch {
      // No memory: the error gets through without its text.
    }
    return this.#exception(c.exception, BigInt(box));
  }

  /** NotInRaisesList for an exception that was about to leave a procedure; it comes from where that one was raised. */
  notAdmitted(exception: number, argument: bigint): WebAssembly.Exception {
    const kernel = this.#kernel();
    const [procedure] = framesOf(kernel, new Error());
    const of = procedure ? ` of ${procedure.procedure}` : '';
    const made = this.make(
      'NotInRaisesList',
      `${describeException(kernel, exception, argument)} is not in the RAISES list${of}`,
    );
    const strand = kernel.strands.current;
    if (strand) inheritOrigin(strand, this.#known().exception, exception);
    return made;
  }

  /** An exception of a kernel interface, to be thrown. */
  raise(name: string, argument: bigint): WebAssembly.Exception {
    return this.#exception(this.numberOf(name), argument);
  }

  numberOf(name: string): number {
    const known = this.#numbers.get(name);
    if (known !== undefined) return known;
    const core = this.#kernel().core;
    const [unit, exception] = name.split('.') as [string, string];
    if (!core?.exports.has(unit)) throw new Error(`the kernel has no interface ${unit}`);
    const number = exceptionNumber(core, unit, exception);
    this.#numbers.set(name, number);
    return number;
  }

  /**
   * An object made for an exception by JavaScript outside of any strand (in a `calling` native) is held until the exception has surely reached the
   * scheduler, which keeps it from there.
   */
  keepAWhile(ref: number): void {
    this.#kept.push(this.#kernel().heap.hold(ref));
    if (this.#kept.length > KEPT) this.#kept.shift()!.release();
  }

  #known(): Connected {
    if (!this.#connected) throw new Error('a run-time check failed before SpinException was there');
    return this.#connected;
  }

  #box(c: Connected, code: number, message: string): number {
    const { access, strands } = this.#kernel();
    try {
      return this.#fill(c, code, () => access.newText(message, strands.current?.domain ?? 0));
    } catch {
      // No memory for the message: the error itself must get through.
      return c.boxes[code]!;
    }
  }

  #fill(c: Connected, code: number, message: () => number): number {
    const { access, heap, strands } = this.#kernel();
    const made = heap.withoutCollecting(() => {
      const ref = access.newObject(c.descriptor, strands.current?.domain ?? 0);
      access.bytes[ref + c.codeOffset] = code;
      access.writeRef(ref, c.messageOffset, message());
      return ref;
    });
    if (!strands.current) this.keepAWhile(made);
    return made;
  }

  #exception(number: number, argument: bigint): WebAssembly.Exception {
    const { strands } = this.#kernel();
    strands.noteOrigin(number);
    strands.charge(FAULT_FUEL);
    return new WebAssembly.Exception(this.#exn, [number, argument]);
  }
}
