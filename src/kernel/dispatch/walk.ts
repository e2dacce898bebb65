/**
 * The part of a stub that goes through a run of handlers in a table (`table.ts`).
 *
 * With a key, the value is computed by a copy of a guard's own instructions and looked up; the handlers for it form a chain. When the key cannot be computed (the guards would fail)
 * all handlers are gone through as without a key, and the guards fail as they would. When a handler may have changed what the key is computed from, it is computed anew.
 */
import { openDimensions, procedureSignature, scalarType } from '../codegen/signature.ts';
import type { FunctionBody } from '../wasm/function.ts';
import type { Signature } from '../wasm/module.ts';
import { Op } from '../wasm/opcodes.ts';
import { MIX, SPREAD } from './hashing.ts';
import type { Bound } from './model.ts';
import { type Closures, commonHandler, type Run, runClosures } from './plan.ts';
import { isolatedGuard, protect } from './protect.ts';
import type { Stub } from './stub.ts';
import type { ResultPart } from './stub-results.ts';
import { BUCKET, ENTRY, FLAG_CANCEL, GUARD, HEAD, NODE } from './table.ts';

export class Walk {
  readonly stub: Stub;
  readonly run: Run;
  /** Offset of the run's head in the table. */
  readonly head: number;
  readonly b: FunctionBody;
  readonly closures: { handlers: Closures; guards: Closures };
  readonly entry: number;
  readonly guard: number;
  readonly node: number;
  readonly keyed: number;
  readonly key: number;
  readonly keyFunction: number;
  /** Function that does what every handler of the run does, if that is one small procedure. */
  readonly copy: number | undefined;

  constructor(stub: Stub, run: Run, head: number) {
    this.stub = stub;
    this.run = run;
    this.head = head;
    this.b = stub.b;
    this.closures = runClosures(run);
    const common = commonHandler(run);
    this.copy = common === undefined ? undefined : stub.code.copyOf(common);
    this.entry = stub.b.local('i32');
    this.guard = stub.b.local('i32');
    this.node = run.key ? stub.b.local('i32') : -1;
    this.keyed = run.key ? stub.b.local('i32') : -1;
    this.key = run.key ? stub.b.local('i64') : -1;
    this.keyFunction = run.key ? stub.code.keyFunction(run.key.guard) : -1;
  }

  /** Inside the block of all handlers, which is label 0 here. */
  emit(result: ResultPart): void {
    const { b, run } = this;
    b.block();
    if (run.key) {
      this.computeKey();
      b.get(this.keyed).if();
      this.lookUp();
      b.else();
      this.loadHead(HEAD.first);
      b.set(this.entry).end();
    } else {
      this.loadHead(HEAD.first);
      b.set(this.entry);
    }
    b.loop();
    this.current();
    b.block();
    this.askGuards();
    this.count();
    this.invoke(result);
    b.i32(1).set(this.stub.ran);
    // Labels from here: 0 the block of this handler, 1 the loop, 2 the run, 3 all handlers.
    b.get(this.entry).memory(Op.i32_load, ENTRY.flags).i32(FLAG_CANCEL).op(Op.i32_and).brIf(3);
    if (run.key?.memory) this.computeAgain();
    b.end();
    this.advance();
    b.br(0).end().end();
  }

  private loadHead(field: number): void {
    this.b.get(this.stub.table).memory(Op.i32_load, this.head + field);
  }

  /** Sets `keyed`, and `key` if so. */
  private computeKey(): void {
    const { b, stub, run } = this;
    const call = () => {
      const { guard } = run.key!;
      // The key does not depend on the closure.
      if (guard.closure !== 0) b.i32(0);
      stub.pushArguments([]);
      b.call(this.keyFunction).set(this.key);
      b.i32(1).set(this.keyed);
    };
    if (!run.key!.hazardous) {
      call();
      return;
    }
    const sp = stub.top;
    b.i32(0).set(this.keyed);
    b.block().tryTable(undefined, [{ kind: 'catch', tag: stub.code.noKey, label: 0 }]);
    call();
    b.end().br(0).end();
    // The function that gave up had perhaps a frame.
    stub.restoreStack(sp);
  }

  /** Sets `node` to the chain of the key's value; 0 if there is none. */
  private lookUp(): void {
    const { b } = this;
    const hash = this.guard;
    const bucket = this.node;
    b.get(this.key).op(Op.i32_wrap_i64);
    b.get(this.key).i64(32n).op(Op.i64_shr_u, Op.i32_wrap_i64, Op.i32_xor).i32(SPREAD).op(Op.i32_mul).set(hash);
    this.loadHead(HEAD.buckets);
    b.get(hash);
    this.loadHead(HEAD.displacements);
    b.get(hash);
    this.loadHead(HEAD.shift);
    b.op(Op.i32_shr_u).i32(2).op(Op.i32_shl, Op.i32_add).memory(Op.i32_load, 0).op(Op.i32_xor).i32(MIX).op(Op.i32_mul);
    this.loadHead(HEAD.shift);
    b.op(Op.i32_shr_u).i32(BUCKET.size).op(Op.i32_mul, Op.i32_add).set(bucket);
    b.block().loop();
    b.get(bucket).memory(Op.i64_load, BUCKET.key).get(this.key).op(Op.i64_eq).if();
    // An empty bucket's key is 0 like any other.
    b.get(bucket).i32(BUCKET.node).op(Op.i32_add).i32(0);
    b.get(bucket)
      .memory(Op.i32_load, BUCKET.node + NODE.entry)
      .op(Op.select)
      .set(this.node)
      .br(2)
      .end();
    b.get(bucket)
      .memory(Op.i32_load, BUCKET.node + NODE.entry)
      .op(Op.i32_eqz)
      .if();
    b.i32(0).set(this.node).br(2).end();
    b.get(bucket).i32(BUCKET.size).op(Op.i32_add).set(bucket).br(0);
    b.end().end();
  }

  /** Leaves the run (label 1 from inside the loop) at its end; else sets `entry` and `guard`. */
  private current(): void {
    const { b, run } = this;
    const next = (out: number) => {
      b.get(this.entry);
      this.loadHead(HEAD.end);
      b.op(Op.i32_eq).brIf(out);
      b.get(this.entry).memory(Op.i32_load, ENTRY.guards).set(this.guard);
    };
    if (!run.key) {
      next(1);
      return;
    }
    b.get(this.keyed).if();
    b.get(this.node).op(Op.i32_eqz).brIf(2);
    b.get(this.node).memory(Op.i32_load, NODE.entry).set(this.entry);
    b.get(this.node).memory(Op.i32_load, NODE.guards).set(this.guard);
    b.else();
    next(2);
    b.end();
  }

  private askGuards(): void {
    const { b } = this;
    b.block().loop();
    b.get(this.guard).get(this.entry).memory(Op.i32_load, ENTRY.guardsEnd).op(Op.i32_eq).brIf(1);
    const guarded = () =>
      this.call(
        this.closures.guards,
        () => b.get(this.guard).memory(Op.i32_load, GUARD.closure),
        () => b.get(this.guard).memory(Op.i32_load, GUARD.slot),
        { params: this.stub.signatureOfArguments(), results: ['i32'] },
        0,
        () => {},
      );
    if (this.stub.event.isolated) isolatedGuard(this.stub, guarded, () => this.pushBinding());
    else guarded();
    b.op(Op.i32_eqz).brIf(2);
    b.get(this.guard).i32(GUARD.size).op(Op.i32_add).set(this.guard).br(0);
    b.end().end();
  }

  private pushBinding(): void {
    this.b.get(this.entry).memory(Op.i32_load, ENTRY.binding);
  }

  private count(): void {
    const counter = this.guard;
    this.b.get(this.entry).memory(Op.i32_load, ENTRY.counter).tee(counter);
    this.b.get(counter).memory(Op.i64_load, 0).i64(1n).op(Op.i64_add).memory(Op.i64_store, 0);
  }

  private invoke(result: ResultPart): void {
    const { b, stub, run } = this;
    const signature = procedureSignature(stub.type);
    const aggregate = stub.firstParameter;
    protect(
      stub,
      {
        id: () => this.pushBinding(),
        ...(run.budget ? { budget: () => b.get(this.entry).memory(Op.i32_load, ENTRY.budget) } : {}),
      },
      () => {
        this.call(
          this.closures.handlers,
          () => b.get(this.entry).memory(Op.i32_load, ENTRY.closure),
          () => b.get(this.entry).memory(Op.i32_load, ENTRY.slot),
          signature,
          aggregate,
          () => result.before(),
          this.copy,
        );
        result.take();
      },
    );
  }

  /** `before` pushes the address for an aggregate result, which comes before the closure. */
  private call(
    closures: Closures,
    closure: () => void,
    slot: () => void,
    plain: Signature,
    closureAt: number,
    before: () => void,
    copy?: number,
  ): void {
    const { b, stub } = this;
    const closed: Signature = { ...plain, params: plain.params.toSpliced(closureAt, 0, 'i32') };
    const arm = (withClosure: boolean) => {
      before();
      if (withClosure) closure();
      stub.pushArguments([]);
      if (copy !== undefined) {
        b.call(copy);
        return;
      }
      slot();
      b.callIndirect(stub.m.type(withClosure ? closed : plain));
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

  /** A handler has run. Goes on behind it (label 1: the loop) if the key has another value now. */
  private computeAgain(): void {
    const { b } = this;
    const before = b.local('i64');
    b.get(this.keyed).if();
    b.get(this.key).set(before);
    this.computeKey();
    b.get(this.keyed).if();
    b.get(this.key).get(before).op(Op.i64_ne).if();
    this.lookUp();
    b.block().loop();
    b.get(this.node).op(Op.i32_eqz).brIf(1);
    b.get(this.node).memory(Op.i32_load, NODE.entry).get(this.entry).op(Op.i32_gt_u).brIf(1);
    b.get(this.node).memory(Op.i32_load, NODE.next).set(this.node).br(0);
    b.end().end();
    b.br(4);
    b.end().end().end();
  }

  private advance(): void {
    const { b, run } = this;
    const step = () => b.get(this.entry).i32(ENTRY.size).op(Op.i32_add).set(this.entry);
    if (!run.key) {
      step();
      return;
    }
    b.get(this.keyed).if();
    b.get(this.node).memory(Op.i32_load, NODE.next).set(this.node);
    b.else();
    step();
    b.end();
  }
}

/** Whether the collector need not see what the event is raised with. */
export function holdsNoReferences(bound: Pick<Bound, 'type'>): boolean {
  return bound.type.params.every(
    (p) =>
      p.mode === 'value' &&
      scalarType(p.type) !== undefined &&
      openDimensions(p.type) === 0 &&
      (scalarType(p.type) !== 'i32' || p.type.kind === 'ordinal'),
  );
}
