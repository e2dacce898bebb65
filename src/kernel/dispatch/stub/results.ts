/**
 * What becomes of the results of an event's handlers, as part of a stub: nothing, the last one, or all of them folded by a result handler.
 */
import { FAULTS } from '../../../bytecode/opcodes.ts';
import { loadScalar, storeScalar } from '../../codegen/access.ts';
import { scalarType } from '../../codegen/signature.ts';
import type { RuntimeType } from '../../types/runtime-type.ts';
import { Op, type ValType } from '../../wasm/opcodes.ts';
import type { Bound } from '../model.ts';
import type { Stub } from './stub.ts';

/** What becomes of handlers' results, part of the stub by part. */
export interface ResultPart {
  begin(): void;
  /** Before a handler's operands: its result address if it wants one. */
  before(): void;
  /** After a handler's call: its scalar result is on the stack. */
  take(): void;
  finish(): void;
  leave(): void;
}

export class NoResult implements ResultPart {
  readonly stub: Stub;
  constructor(stub: Stub) {
    this.stub = stub;
  }
  begin(): void {}
  before(): void {}
  take(): void {}
  finish(): void {
    const { stub } = this;
    if (!stub.event.results?.default) return;
    stub.b.get(stub.ran).op(Op.i32_eqz).if();
    fallback(
      stub,
      undefined,
      () => {},
      () => {},
    );
    stub.b.end();
  }
  leave(): void {}
}

/** Without a result handler, the result of the last handler that ran. */
export class LastResult implements ResultPart {
  readonly stub: Stub;
  readonly type: RuntimeType;
  readonly scalar: ValType | undefined;
  readonly local: number;
  /** A reference must be seen by the collector while later handlers run. */
  readonly root: number;

  constructor(stub: Stub, type: RuntimeType) {
    this.stub = stub;
    this.type = type;
    this.scalar = scalarType(type);
    this.local = this.scalar ? stub.b.local(this.scalar) : 0;
    this.root = this.scalar === 'i32' && !stub.alone ? stub.frame.allot(4) : -1;
  }
  begin(): void {}
  before(): void {
    if (!this.scalar) this.stub.b.get(0);
  }
  take(): void {
    if (!this.scalar) return;
    const { b, frame } = this.stub;
    b.set(this.local);
    if (this.root >= 0) b.get(frame.base).get(this.local).memory(Op.i32_store, this.root);
  }
  finish(): void {
    const { b, ran } = this.stub;
    b.get(ran).op(Op.i32_eqz).if();
    fallback(
      this.stub,
      this.type,
      () => b.get(0),
      () => b.set(this.local),
    );
    b.end();
  }
  leave(): void {
    if (this.scalar) this.stub.b.get(this.local);
  }
}

/**
 * With a result handler: each result is folded when the next one is there, or with `last = TRUE` at the end. One cell waits, one takes the next result.
 */
export class FoldedResult implements ResultPart {
  readonly stub: Stub;
  readonly type: RuntimeType;
  readonly handler: Bound;
  readonly scalar: ValType | undefined;
  readonly size: number;
  readonly final: number;
  readonly waiting: number;
  readonly next: number;
  readonly arg: number;
  readonly isWaiting: number;

  constructor(stub: Stub, type: RuntimeType, handler: Bound) {
    this.stub = stub;
    this.type = type;
    this.handler = handler;
    this.scalar = scalarType(type);
    this.size = stub.layouts.layoutOf(type).size;
    this.final = stub.frame.allot(this.size);
    this.waiting = stub.frame.allot(this.size);
    this.next = stub.frame.allot(this.size);
    this.arg = stub.frame.allot(4);
    this.isWaiting = stub.b.local('i32');
  }

  private at(offset: number): void {
    this.stub.b.get(this.stub.frame.base).i32(offset).op(Op.i32_add);
  }
  private load(offset: number): void {
    this.stub.b.get(this.stub.frame.base);
    loadScalar(this.stub.b, this.stub.layouts.layoutOf(this.type).storage!, offset);
  }
  private store(offset: number, value: () => void): void {
    this.stub.b.get(this.stub.frame.base);
    value();
    storeScalar(this.stub.b, this.stub.layouts.layoutOf(this.type).storage!, offset);
  }

  /** The frame is zeroed; an ordinal type without 0 begins with its first value. */
  begin(): void {
    const { type } = this;
    if (type.kind !== 'ordinal' || (type.lo <= 0n && type.hi >= 0n)) return;
    for (const cell of [this.final, this.waiting, this.next]) this.store(cell, () => this.stub.b.i64(type.lo));
  }
  before(): void {
    if (!this.scalar) this.at(this.next);
  }
  take(): void {
    const { b } = this.stub;
    if (this.scalar) {
      const value = b.local(this.scalar);
      b.set(value);
      this.store(this.next, () => b.get(value));
    }
    b.get(this.isWaiting).if();
    this.fold(0);
    b.end();
    this.at(this.waiting);
    this.at(this.next);
    b.i32(this.size).memoryCopy();
    b.i32(1).set(this.isWaiting);
  }
  private fold(last: 0 | 1): void {
    const { b } = this.stub;
    if (this.handler.closure !== 0) b.i32(this.handler.closure);
    this.at(this.final);
    if (this.scalar) this.load(this.waiting);
    else this.at(this.waiting);
    b.i32(last);
    this.at(this.arg);
    this.stub.args.push([]);
    this.stub.callBound(this.handler);
  }
  finish(): void {
    const { b } = this.stub;
    b.get(this.isWaiting).if();
    this.fold(1);
    b.else();
    const value = this.scalar ? b.local(this.scalar) : 0;
    fallback(
      this.stub,
      this.type,
      () => this.at(this.final),
      () => {
        b.set(value);
        this.store(this.final, () => b.get(value));
      },
    );
    b.end();
  }
  leave(): void {
    if (this.scalar) this.load(this.final);
    else {
      this.stub.b.get(0);
      this.at(this.final);
      this.stub.b.i32(this.size).memoryCopy();
    }
  }
}

/** When nobody ran: the default handler, the default result, or NoHandlerInvoked. Leaves nothing; `store` says where the result goes. */
function fallback(stub: Stub, result: RuntimeType | undefined, address: () => void, store: () => void): void {
  const { b, imports, layouts } = stub;
  const results = stub.event.results;
  if (results?.default) {
    if (result && !scalarType(result)) address();
    stub.push(results.default, []);
    stub.callBound(results.default);
    if (result && scalarType(result)) store();
  } else if (result && results && results.defaultResult !== 0) {
    if (scalarType(result)) {
      b.i32(results.defaultResult);
      loadScalar(b, layouts.layoutOf(result).storage!, 0);
      store();
    } else {
      address();
      b.i32(results.defaultResult).i32(layouts.layoutOf(result).size).memoryCopy();
    }
  } else if (result) b.i32(FAULTS.indexOf('NoHandlerInvoked')).call(imports.fault).op(Op.unreachable);
}
