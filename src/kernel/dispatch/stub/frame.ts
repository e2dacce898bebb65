/**
 * A stub's frame on the shadow stack. It holds what the collector must see and what filters may change: copies of value parameters, closures, the result.
 *
 * Everything is allotted first; then the frame is entered. A stub that allots nothing has none, unless it calls handlers: these may raise the event again, and so on.
 */
import { FAULTS } from '../../../bytecode/opcodes.ts';
import { zeroBytes } from '../../codegen/defaults.ts';
import { stackShare } from '../../codegen/engine-frame.ts';
import { pushRegister, setRegister } from '../../codegen/registers.ts';
import type { FunctionBody } from '../../wasm/function.ts';
import { Op } from '../../wasm/opcodes.ts';

/** Words on the stack besides the arguments of a call. */
const OPERANDS = 16;

export class Frame {
  readonly b: FunctionBody;
  /** Local with its address. */
  readonly base: number;
  /** Local with the stack pointer while handlers run: behind the frame and copies of aggregates. */
  readonly top: number;
  readonly #fault: number;
  #size = 0;
  #copies = false;
  #calls = false;
  /** Where its size stands in the code. */
  #sizeAt: number | undefined;
  /** Words that are stored at entry. */
  readonly #stored: { readonly offset: number; push(): void }[] = [];

  constructor(b: FunctionBody, fault: number) {
    this.b = b;
    this.base = b.local('i32');
    this.top = b.local('i32');
    this.#fault = fault;
  }

  allot(size: number): number {
    const at = (this.#size + 7) & ~7;
    this.#size = at + size;
    return at;
  }

  /** A word for the collector to see. */
  keep(push: () => void): void {
    this.#stored.push({ offset: this.allot(4), push });
  }

  /** Aggregates will be copied behind the frame. */
  makeRoom(): void {
    this.#copies = true;
  }

  /** Handlers will be called. */
  makeCalls(): void {
    this.#calls = true;
  }

  get #none(): boolean {
    return this.#size === 0 && !this.#copies && !this.#calls;
  }

  enter(): void {
    const { b } = this;
    const size = (this.#size + 15) & ~15;
    pushRegister(b, 'sp');
    if (this.#none) {
      b.tee(this.base).set(this.top);
      return;
    }
    b.tee(this.base);
    this.#sizeAt = b.i32Later();
    b.op(Op.i32_add).tee(this.top);
    this.#check();
    zeroBytes(b, this.base, 0, size);
    for (const { offset, push } of this.#stored) {
      b.get(this.base);
      push();
      b.memory(Op.i32_store, offset);
    }
    this.restoreStack();
  }

  /** Copies as many bytes from an address as two locals say; the first one has the address of the copy afterwards. */
  copy(address: number, bytes: number): void {
    const { b } = this;
    const behind = () => b.get(this.top).get(bytes).op(Op.i32_add).i32(15).op(Op.i32_add).i32(-16).op(Op.i32_and);
    b.get(this.top).get(address).get(bytes);
    // Room first: the copy must not run over the limit.
    behind();
    this.#check();
    b.memoryCopy();
    b.get(this.top).set(address);
    behind();
    b.set(this.top);
  }

  /** Puts the stack pointer where it is while handlers run: something was left by an exception. */
  restoreStack(): void {
    setRegister(this.b, 'sp', () => this.b.get(this.top));
  }

  /** Restores the stack pointer, when all else of the stub is there. */
  leave(): void {
    this.#settle();
    if (!this.#none) setRegister(this.b, 'sp', () => this.b.get(this.base));
  }

  #settle(): void {
    if (this.#sizeAt === undefined) return;
    const { params, locals } = this.b;
    const share = this.#calls ? stackShare(params.length, locals.length, params.length + OPERANDS) : 0;
    this.b.patch(this.#sizeAt, (Math.max(this.#size, share) + 15) & ~15);
  }

  /** Takes the new top of the stack from the operand stack. */
  #check(): void {
    const { b } = this;
    pushRegister(b, 'spLimit')
      .op(Op.i32_gt_u)
      .ifUnlikely()
      .i32(FAULTS.indexOf('StackOverflow'))
      .call(this.#fault)
      .op(Op.unreachable)
      .end();
  }
}
