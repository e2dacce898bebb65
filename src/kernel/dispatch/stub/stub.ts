/**
 * One stub under construction: a WebAssembly function that raises an event with the handlers it has at this moment, all guards and handlers called directly.
 */
import type { LayoutService } from '../../codegen/layout-service.ts';
import { importRuntime } from '../../codegen/program.ts';
import { procedureSignature } from '../../codegen/signature.ts';
import type { ProcedureRT } from '../../types/runtime-type.ts';
import type { FunctionBody } from '../../wasm/function.ts';
import { ModuleBuilder, type Signature } from '../../wasm/module.ts';
import { Op, type ValType } from '../../wasm/opcodes.ts';
import type { CodeOfProcedures } from '../guards/code.ts';
import type { Binding, Bound, Event } from '../model.ts';
import type { Plan, Run } from '../plan.ts';
import { HEAD } from '../table/layout.ts';
import { Arguments } from './arguments.ts';
import { StubCode } from './code.ts';
import { Frame } from './frame.ts';
import { payForRaise } from './payment.ts';
import { FoldedResult, LastResult, NoResult, type ResultPart } from './results.ts';
import { emitSingle } from './single.ts';
import { Walk } from './walk.ts';

export interface StubOptions {
  /** Handlers may still change: `settle` is called after some raises. */
  readonly young: boolean;
  /** Handlers' fuel is measured. */
  readonly profile: boolean;
}

/** Raises after which a stub that has not been replaced is made for good; a power of two. */
const SETTLED_AFTER = 256;

export class Stub {
  readonly event: Event;
  readonly type: ProcedureRT;
  readonly layouts: LayoutService;
  readonly plan: Plan;
  readonly options: StubOptions;
  readonly m: ModuleBuilder;
  readonly signature: Signature;
  readonly b: FunctionBody;
  readonly code: StubCode;
  readonly imports: {
    exn: number;
    kill: number;
    fault: number;
    refuel: number;
    budgetPush: number;
    budgetPop: number;
    terminated: number;
    failed: number;
    spawn: number;
    settle: number;
    enter: number;
    leave: number;
  };
  readonly index: number;
  readonly frame: Frame;
  readonly args: Arguments;
  /** Nobody but copies of small procedures runs during a raise: no handlers change meanwhile, and nothing is collected. */
  readonly alone: boolean;
  /** Local: whether a handler has run. */
  readonly ran: number;
  /** Local with the address of the table of this raise. */
  readonly table: number;

  constructor(
    name: string,
    event: Event,
    layouts: LayoutService,
    plan: Plan,
    source: CodeOfProcedures,
    options: StubOptions,
  ) {
    this.event = event;
    this.type = event.type;
    this.layouts = layouts;
    this.plan = plan;
    this.options = options;
    this.signature = procedureSignature(event.type);
    const m = new ModuleBuilder(name);
    this.m = m;
    const runtime = importRuntime(m);
    const i32s = (...params: ValType[]): Signature => ({ params, results: [] });
    this.imports = {
      exn: runtime.exn,
      kill: m.importTag('k', 'kill', []),
      fault: runtime.fault,
      refuel: runtime.refuel,
      budgetPush: m.importFunction('s', 'budgetPush', i32s('i32')),
      budgetPop: m.importFunction('s', 'budgetPop', { params: [], results: ['i32'] }),
      terminated: m.importFunction('s', 'terminated', i32s('i32')),
      failed: m.importFunction('s', 'failed', i32s('i32', 'i32', 'i64')),
      spawn: m.importFunction('s', 'spawn', i32s('i32', ...this.signature.params)),
      settle: m.importFunction('s', 'settle', i32s('i32')),
      enter: m.importFunction('s', 'enter', { params: [], results: ['f64'] }),
      leave: m.importFunction('s', 'leave', i32s('i32', 'f64')),
    };
    const f = m.function(`event ${event.name}`, this.signature);
    this.index = f.index;
    this.b = f.body;
    this.code = new StubCode(m, runtime, layouts, source, f, !options.young);
    this.frame = new Frame(this.b, runtime.fault);
    this.ran = this.b.local('i32');
    this.table = this.b.local('i32');
    const filtered = new Set(this.#singles().flatMap((b) => b.filters));
    this.args = new Arguments(this.b, this.frame, layouts, this.type, this.signature, filtered);
    this.alone = this.#isAlone();
  }

  build(): ModuleBuilder {
    const { b, m, frame, args } = this;
    m.export('stub', 'func', this.index);
    const result = this.#resultPart();
    if (!this.alone) this.#keepAll();
    frame.enter();
    if (this.#runs().length > 0) b.i32(0).memory(Op.i32_load, this.event.cell).set(this.table);
    args.copy();
    payForRaise(this);
    this.#count();
    result.begin();
    b.block();
    let head = 0;
    this.plan.items.forEach((item, n) => {
      if (item.kind === 'single') emitSingle(this, item.binding, result);
      else {
        new Walk(this, item, head).emit(result, n === this.plan.items.length - 1);
        head += HEAD.size;
      }
    });
    b.end();
    result.finish();
    frame.leave();
    result.leave();
    return m;
  }

  #resultPart(): ResultPart {
    const { result } = this.type;
    if (!result) return new NoResult(this);
    const handler = this.event.results?.result;
    return handler ? new FoldedResult(this, result, handler) : new LastResult(this, result);
  }

  #singles(): Binding[] {
    return this.plan.items.flatMap((i) => (i.kind === 'single' ? [i.binding] : []));
  }

  #runs(): Run[] {
    return this.plan.items.flatMap((i) => (i.kind === 'run' ? [i] : []));
  }

  #isAlone(): boolean {
    const { event, options } = this;
    // What is made for good replaces the table in the midst of a raise.
    if (event.isolated || event.asynchronous || options.profile || (options.young && this.#runs().length > 0))
      return false;
    return (
      this.#singles().every((b) => b.budget === undefined && !b.asynchronous) &&
      this.#runs().every(
        (run) => !run.budget && this.#asksAlone(run) && run.handler !== undefined && this.#isCopied(run.handler),
      ) &&
      [...this.#bounds()].every(({ slot }) => this.#isCopied(slot))
    );
  }

  /** A copy that fails leaves that to the guard itself. */
  #asksAlone({ asks }: Run): boolean {
    return asks.kind === 'nothing' || (asks.kind === 'copies' && asks.of.every(({ alike }) => !alike.fails));
  }

  #isCopied(slot: number): boolean {
    return this.code.copyOf(slot) !== undefined;
  }

  /** Every procedure that the stub has in its code. */
  *#bounds(): Generator<Bound> {
    for (const b of this.#singles()) {
      yield b.handler;
      yield* b.guarding!.guards;
    }
    const { results } = this.event;
    if (results?.result) yield results.result;
    if (results?.default) yield results.default;
  }

  /** The arguments, the closures, the table of this moment and what it refers to are kept until the raise is over. */
  #keepAll(): void {
    const { b, frame, event } = this;
    this.args.root();
    frame.makeCalls();
    const closures = new Set([...this.#bounds()].map((bound) => bound.closure));
    closures.add(event.results?.defaultResult ?? 0);
    for (const closure of closures) if (closure !== 0) frame.keep(() => b.i32(closure));
    if (this.#runs().length === 0) return;
    for (const offset of [0, 4]) frame.keep(() => b.i32(0).memory(Op.i32_load, event.cell + offset));
  }

  #count(): void {
    const { b } = this;
    this.increment(this.event.counter);
    if (!this.options.young) return;
    b.i32(0).memory(Op.i32_load, this.event.counter);
    b.i32(SETTLED_AFTER - 1)
      .op(Op.i32_and, Op.i32_eqz)
      .ifUnlikely();
    b.i32(this.event.slot).call(this.imports.settle).end();
  }

  increment(counter: number): void {
    this.b.i32(0).i32(0).memory(Op.i64_load, counter).i64(1n).op(Op.i64_add).memory(Op.i64_store, counter);
  }

  /** The closure, if there is one, and the arguments. */
  push(bound: Bound, filters: readonly number[]): void {
    if (bound.closure !== 0) this.b.i32(bound.closure);
    this.args.push(filters);
  }

  callBound(bound: Bound): void {
    const copy = this.code.copyOf(bound.slot);
    if (copy) this.code.call(copy);
    else this.b.i32(bound.slot).callIndirect(this.m.type(procedureSignature(bound.type)));
  }
}
