/**
 * The part of a stub that goes through a run of handlers in a table (`table/layout.ts`): along the chain of all of them, or along that for the value of the key (`find.ts`).
 */
import { procedureSignature } from '../../codegen/signature.ts';
import type { FunctionBody } from '../../wasm/function.ts';
import type { Signature } from '../../wasm/module.ts';
import { Op } from '../../wasm/opcodes.ts';
import type { Closures, Copied, Run } from '../plan.ts';
import { ENTRY, GUARD, HEAD, NODE, STOP } from '../table/layout.ts';
import type { Piece } from './code.ts';
import { Finder } from './find.ts';
import { payForAll, Spent } from './payment.ts';
import { isolatedGuard, protect } from './protect.ts';
import type { ResultPart } from './results.ts';
import type { Stub } from './stub.ts';

export class Walk {
  readonly #stub: Stub;
  readonly #run: Run;
  readonly #head: number;
  readonly #b: FunctionBody;
  readonly #finder: Finder | undefined;
  /** Locals: the node, and addresses of a guard and of a counter. */
  readonly #node: number;
  readonly #guard: number;
  readonly #counter: number;
  readonly #spent: Spent;

  /** `head`: offset of the run's head in the table. */
  constructor(stub: Stub, run: Run, head: number) {
    this.#stub = stub;
    this.#run = run;
    this.#head = head;
    this.#b = stub.b;
    this.#finder = run.key && new Finder(stub, run.key, head);
    this.#node = stub.b.local('i32');
    this.#guard = stub.b.local('i32');
    this.#counter = stub.b.local('i32');
    this.#spent = new Spent(stub.b);
  }

  /** Inside the block of all handlers, which is label 0 here. `last`: nothing comes behind the run. */
  emit(result: ResultPart, last: boolean): void {
    const b = this.#b;
    const node = this.#node;
    b.block();
    if (this.#finder) {
      this.#finder.first(node);
      b.get(node).op(Op.i32_eqz).brIf(0);
    } else {
      payForAll(this.#stub, (field) => this.#loadHead(field));
      this.#loadHead(HEAD.all);
      b.set(node);
    }
    b.loop().block();
    // Labels from here: 0 the block of this handler, 1 the loop, 2 the run.
    this.#askGuards();
    this.#count();
    this.#spent.handler(this.#run);
    this.#invoke(result);
    b.i32(1).set(this.#stub.ran);
    if (this.#finder) this.#goOn(this.#finder);
    else this.#stop();
    b.end();
    if (this.#finder) {
      this.#entry(ENTRY.next);
      b.tee(node).brIf(0);
    } else {
      b.get(node).i32(NODE.size).op(Op.i32_add).tee(node);
      this.#loadHead(HEAD.end);
      b.op(Op.i32_ne).brIf(0);
    }
    b.end().end();
    this.#spent.pay();
    if (!last) b.get(node).i32(STOP).op(Op.i32_eq).brIf(0);
  }

  #loadHead(field: number): void {
    this.#b.get(this.#stub.table).memory(Op.i32_load, this.#head + field);
  }

  #load(field: number): void {
    this.#b.get(this.#node).memory(Op.i32_load, field);
  }

  #entry(field: number): void {
    this.#load(NODE.entry);
    this.#b.memory(Op.i32_load, field);
  }

  /** A handler has run: out of the run if no other one is to be invoked. */
  #stop(): void {
    const b = this.#b;
    this.#load(NODE.after);
    b.i32(STOP).op(Op.i32_eq).if().i32(STOP).set(this.#node).br(3).end();
  }

  /** A handler has run: to the loop, or out of the run. */
  #goOn(finder: Finder): void {
    const b = this.#b;
    const node = this.#node;
    if (!this.#run.key!.expression.memory) {
      this.#load(NODE.after);
      b.tee(node).i32(STOP).op(Op.i32_gt_u).brIf(1).br(2);
      return;
    }
    this.#stop();
    b.block().block();
    finder.again(node);
    b.br(1).end();
    this.#load(NODE.after);
    b.set(node).end();
    b.get(node).brIf(1).br(2);
  }

  /** Leaves the handler's block when one says no. */
  #askGuards(): void {
    const b = this.#b;
    const { asks } = this.#run;
    if (asks.kind === 'nothing') return;
    this.#load(NODE.guards);
    b.tee(this.#guard).if();
    if (this.#finder) this.#spent.asking();
    if (asks.kind === 'copies') {
      this.#net(() => this.#askCopies(asks.of));
      b.op(Op.i32_eqz).brIf(1);
    } else {
      b.loop();
      this.#net(() => this.#askThis());
      b.op(Op.i32_eqz).brIf(2);
      b.get(this.#guard).i32(GUARD.size).op(Op.i32_add).tee(this.#guard);
      this.#entry(ENTRY.guardsEnd);
      b.op(Op.i32_ne).brIf(0).end();
    }
    b.end();
  }

  #net(ask: () => void): void {
    if (this.#stub.event.isolated) isolatedGuard(this.#stub, ask, () => this.#entry(ENTRY.binding));
    else ask();
  }

  #askThis(): void {
    const b = this.#b;
    this.#call(
      this.#run.closures.guards,
      () => b.get(this.#guard).memory(Op.i32_load, GUARD.closure),
      () => b.get(this.#guard).memory(Op.i32_load, GUARD.slot),
      { params: this.#stub.args.types, results: ['i32'] },
      0,
      () => {},
    );
  }

  #askCopies([first, ...others]: readonly Copied[], number = 0): void {
    const b = this.#b;
    if (others.length === 0) {
      this.#askCopy(first!);
      return;
    }
    b.get(this.#guard).memory(Op.i32_load, GUARD.copy).i32(number).op(Op.i32_eq).if('i32');
    this.#askCopy(first!);
    b.else();
    this.#askCopies(others, number + 1);
    b.end();
  }

  #askCopy({ alike, isKey }: Copied): void {
    const { code, args, frame } = this.#stub;
    const b = this.#b;
    const ask = () => {
      if (alike.guard.closure !== 0) b.get(this.#guard).memory(Op.i32_load, GUARD.closure);
      args.push([]);
      isKey.forEach((key, n) => {
        if (key) b.get(this.#node).memory(Op.i64_load, NODE.key);
        else b.get(this.#guard).memory(Op.i64_load, GUARD.constants + 8 * n);
      });
      code.call(code.alike(alike));
    };
    if (!alike.fails) {
      ask();
      return;
    }
    // Where what is common gives up, the guard fails itself.
    b.block('i32').block();
    b.tryTable('i32', [{ kind: 'catch', tag: code.gaveUp, label: 0 }]);
    ask();
    b.end().br(1).end();
    frame.restoreStack();
    this.#askThis();
    b.end();
  }

  #count(): void {
    this.#load(NODE.counter);
    const counter = this.#counter;
    this.#b.tee(counter).get(counter).memory(Op.i64_load, 0).i64(1n).op(Op.i64_add).memory(Op.i64_store, 0);
  }

  #invoke(result: ResultPart): void {
    const stub = this.#stub;
    const { budget, closures, handler } = this.#run;
    const target = {
      id: () => this.#entry(ENTRY.binding),
      ...(budget ? { budget: () => this.#entry(ENTRY.budget) } : {}),
    };
    const copy = handler === undefined ? undefined : stub.code.copyOf(handler);
    protect(stub, target, () => {
      this.#call(
        closures.handlers,
        () => this.#load(NODE.closure),
        () => this.#load(NODE.slot),
        procedureSignature(stub.type),
        stub.args.first,
        () => result.before(),
        copy,
      );
      result.take();
    });
  }

  /** `before` pushes the address for an aggregate result, which comes before the closure. */
  #call(
    closures: Closures,
    closure: () => void,
    slot: () => void,
    plain: Signature,
    closureAt: number,
    before: () => void,
    copy?: Piece,
  ): void {
    const b = this.#b;
    const closed: Signature = { ...plain, params: plain.params.toSpliced(closureAt, 0, 'i32') };
    const arm = (withClosure: boolean) => {
      before();
      if (withClosure) closure();
      this.#stub.args.push([]);
      if (copy) {
        this.#stub.code.call(copy);
        return;
      }
      slot();
      b.callIndirect(this.#stub.m.type(withClosure ? closed : plain));
    };
    if (closures !== 'some') {
      arm(closures === 'all');
      return;
    }
    closure();
    b.if(plain.results[0]);
    arm(true);
    b.else();
    arm(false);
    b.end();
  }
}
