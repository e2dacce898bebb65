/**
 * One stub under construction: a WebAssembly function that raises an event with the handlers it has at this moment, all guards and handlers called directly.
 *
 * Its frame on the shadow stack holds what the collector must see and what filters may change: copies of value parameters, closures, the result.
 */
import { FAULTS } from '../../bytecode/opcodes.ts';
import { loadScalar, storeScalar } from '../codegen/access.ts';
import { zeroBytes } from '../codegen/defaults.ts';
import type { LayoutService } from '../codegen/layout-service.ts';
import { importRuntime } from '../codegen/program.ts';
import { pushRegister, setRegister } from '../codegen/registers.ts';
import { openDimensions, procedureSignature, scalarType } from '../codegen/signature.ts';
import type { ProcedureRT, RuntimeType } from '../types/runtime-type.ts';
import type { FunctionBody } from '../wasm/function.ts';
import { ModuleBuilder, type Signature } from '../wasm/module.ts';
import { Op, type ValType } from '../wasm/opcodes.ts';
import type { CodeOfProcedures } from './guards/code.ts';
import type { Binding, Bound, Event } from './model.ts';
import { guardsOf, type Plan } from './plan.ts';
import { isolatedGuard, protect } from './protect.ts';
import { StubCode } from './stub-code.ts';
import { FoldedResult, LastResult, NoResult, type ResultPart } from './stub-results.ts';
import { HEAD } from './table.ts';
import { holdsNoReferences, Walk } from './walk.ts';

/** Where an argument is while the stub runs. */
type Argument =
  /** In a parameter of the stub. */
  | { readonly kind: 'local'; readonly local: number }
  /** A value that filters may change, in the frame. */
  | { readonly kind: 'cell'; readonly offset: number; readonly type: RuntimeType }
  /** An address (and lengths) of a variable of the raiser's, or of the copy of an aggregate or array. */
  | { readonly kind: 'address'; readonly locals: readonly number[] };

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
  size = 0;
  /** Nothing has to be kept in memory: there is no frame. */
  frameless = false;
  frame = 0;
  /** Stack pointer while handlers run: behind the frame and copies of open arrays. */
  top = 0;
  ran = 0;
  /** Address of the table of this raise. */
  table = 0;
  args: Argument[] = [];
  closures = new Map<number, number>();

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
      budgetPush: m.importFunction('s', 'budgetPush', i32s('i32')),
      budgetPop: m.importFunction('s', 'budgetPop', { params: [], results: ['i32'] }),
      terminated: m.importFunction('s', 'terminated', i32s('i32')),
      failed: m.importFunction('s', 'failed', i32s('i32', 'i32', 'i64')),
      spawn: m.importFunction('s', 'spawn', i32s('i32', ...this.signature.params)),
      settle: m.importFunction('s', 'settle', i32s('i32')),
      enter: m.importFunction('s', 'enter', { params: [], results: ['f64'] }),
      leave: m.importFunction('s', 'leave', i32s('i32', 'f64')),
    };
    this.code = new StubCode(m, runtime, layouts, source);
    const f = m.function(`event ${event.name}`, this.signature);
    this.index = f.index;
    this.b = f.body;
  }

  build(): ModuleBuilder {
    const { b, m } = this;
    m.export('stub', 'func', this.index);
    this.frame = b.local('i32');
    this.top = b.local('i32');
    this.ran = b.local('i32');
    const walks = this.plan.items.some((i) => i.kind === 'run');
    if (walks) this.table = b.local('i32');
    const result = this.layOutResult();
    this.layOutArguments();
    this.layOutClosures();
    const roots = this.rootParameters();
    const tables = walks ? this.allot(8) : 0;
    this.enter(roots);
    if (walks) this.takeTable(tables);
    this.copyArguments();
    this.count();
    result.begin();
    b.block();
    let head = 0;
    for (const item of this.plan.items) {
      if (item.kind === 'single') this.handler(item.binding, result);
      else {
        new Walk(this, item, head).emit(result);
        head += HEAD.size;
      }
    }
    b.end();
    result.finish();
    if (!this.frameless) this.restoreStack(this.frame);
    result.leave();
    return m;
  }

  /** The table of this moment, and what it refers to, is kept until the raise is over. */
  private takeTable(offset: number): void {
    const { b } = this;
    b.get(this.frame).i32(0).memory(Op.i32_load, this.event.cell).tee(this.table).memory(Op.i32_store, offset);
    b.get(this.frame)
      .i32(0)
      .memory(Op.i32_load, this.event.cell + 4)
      .memory(Op.i32_store, offset + 4);
  }

  /** Parameters without the address for an aggregate result. */
  signatureOfArguments(): ValType[] {
    return this.signature.params.slice(this.firstParameter);
  }

  restoreStack(local: number): void {
    setRegister(this.b, 'sp', () => this.b.get(local));
  }

  allot(size: number): number {
    const at = (this.size + 7) & ~7;
    this.size = at + size;
    return at;
  }

  cellSize(type: RuntimeType): number {
    return this.layouts.layoutOf(type).size;
  }

  /** Operand index of the event's first parameter: an aggregate result's address comes before it. */
  get firstParameter(): number {
    return this.type.result && !scalarType(this.type.result) ? 1 : 0;
  }

  private layOutArguments(): void {
    const filtered = new Set(this.singles().flatMap((h) => h.filters));
    let local = this.firstParameter;
    this.args = this.type.params.map((p, i): Argument => {
      if (p.mode === 'value' && scalarType(p.type)) {
        const at = local++;
        return filtered.has(i)
          ? { kind: 'cell', offset: this.allot(this.cellSize(p.type)), type: p.type }
          : { kind: 'local', local: at };
      }
      const locals = [local++];
      for (let d = openDimensions(p.type); d > 0; d--) locals.push(local++);
      return { kind: 'address', locals };
    });
  }

  private singles(): Binding[] {
    return this.plan.items.flatMap((i) => (i.kind === 'single' ? [i.binding] : []));
  }

  private layOutClosures(): void {
    for (const bound of this.bounds()) {
      if (bound.closure !== 0 && !this.closures.has(bound.closure)) this.closures.set(bound.closure, this.allot(4));
    }
    const pointer = this.event.results?.defaultResult ?? 0;
    if (pointer !== 0 && !this.closures.has(pointer)) this.closures.set(pointer, this.allot(4));
  }

  /** Every i32 parameter may be a reference or an address into an object. */
  private rootParameters(): { local: number; offset: number }[] {
    if (holdsNoReferences(this.event)) return [];
    return this.signature.params.flatMap((t, local) => (t === 'i32' ? [{ local, offset: this.allot(4) }] : []));
  }

  private enter(roots: readonly { local: number; offset: number }[]): void {
    const { b } = this;
    const size = (this.size + 15) & ~15;
    this.frameless = size === 0 && !this.args.some((a) => a.kind === 'address');
    pushRegister(b, 'sp');
    if (this.frameless) {
      b.tee(this.frame).set(this.top);
      return;
    }
    b.tee(this.frame).i32(size).op(Op.i32_add).tee(this.top);
    this.checkStack();
    zeroBytes(b, this.frame, 0, size);
    for (const { local, offset } of roots) b.get(this.frame).get(local).memory(Op.i32_store, offset);
    for (const [closure, offset] of this.closures) b.get(this.frame).i32(closure).memory(Op.i32_store, offset);
    this.restoreStack(this.top);
  }

  /** Takes the new top of the stack from the operand stack. */
  private checkStack(): void {
    const { b, imports } = this;
    pushRegister(b, 'spLimit')
      .op(Op.i32_gt_u)
      .if()
      .i32(FAULTS.indexOf('StackOverflow'))
      .call(imports.fault)
      .op(Op.unreachable)
      .end();
  }

  /** Handlers get copies of what is passed by value, so that what one of them does to the raiser's variable does not show in another. */
  private copyArguments(): void {
    const { b } = this;
    let local = this.firstParameter;
    this.type.params.forEach((p, i) => {
      const arg = this.args[i]!;
      if (arg.kind === 'cell') {
        b.get(this.frame).get(local);
        storeScalar(b, this.layouts.layoutOf(p.type).storage!, arg.offset);
      } else if (arg.kind === 'address' && p.mode === 'value') this.copyAggregate(p.type, arg.locals);
      local += arg.kind === 'address' ? arg.locals.length : 1;
    });
    if (this.type.params.some((p, i) => p.mode === 'value' && this.args[i]!.kind === 'address'))
      this.restoreStack(this.top);
  }

  private copyAggregate(type: RuntimeType, locals: readonly number[]): void {
    const { b } = this;
    const bytes = b.local('i32');
    if (type.kind === 'openarray') {
      const place = this.layouts.elementPlace(innermost(type));
      locals.slice(1).forEach((length, d) => {
        b.get(length);
        if (d > 0) b.op(Op.i32_mul);
      });
      if (place.bits === undefined) b.i32(place.size).op(Op.i32_mul);
      else b.i32(place.bits).op(Op.i32_mul).i32(7).op(Op.i32_add).i32(3).op(Op.i32_shr_u);
    } else b.i32(this.cellSize(type));
    b.set(bytes);
    b.get(this.top).get(locals[0]!).get(bytes);
    // Room first: the copy must not run over the limit.
    b.get(this.top).get(bytes).op(Op.i32_add).i32(15).op(Op.i32_add).i32(-16).op(Op.i32_and);
    this.checkStack();
    b.memoryCopy();
    b.get(this.top).set(locals[0]!);
    b.get(this.top).get(bytes).op(Op.i32_add).i32(15).op(Op.i32_add).i32(-16).op(Op.i32_and).set(this.top);
  }

  private count(): void {
    const { b } = this;
    this.increment(this.event.counter);
    if (!this.options.young) return;
    b.i32(0).memory(Op.i32_load, this.event.counter);
    b.i32(SETTLED_AFTER - 1)
      .op(Op.i32_and, Op.i32_eqz)
      .ifUnlikely();
    b.i32(this.event.slot).call(this.imports.settle).end();
  }

  private increment(counter: number): void {
    this.b.i32(0).i32(0).memory(Op.i64_load, counter).i64(1n).op(Op.i64_add).memory(Op.i64_store, counter);
  }

  private handler(binding: Binding, result: ResultPart): void {
    const { b } = this;
    b.block();
    for (const g of guardsOf(binding)) this.guard(g, binding);
    this.increment(binding.counter);
    if (binding.asynchronous || this.event.asynchronous) {
      b.i32(binding.id);
      this.signature.params.forEach((_, i) => {
        this.pushOperand(i);
      });
      b.call(this.imports.spawn);
      if (!this.type.result) b.i32(1).set(this.ran);
    } else {
      this.invoke(binding, result);
      b.i32(1).set(this.ran);
    }
    // Out of the block of all handlers.
    if (binding.cancel) b.br(1);
    b.end();
  }

  /** The stub's own operand with what filters made of it; for parameters that are all scalars passed by value. */
  private pushOperand(index: number): void {
    const arg = this.args[index];
    if (arg?.kind === 'cell') {
      this.b.get(this.frame);
      loadScalar(this.b, this.layouts.layoutOf(arg.type).storage!, arg.offset);
    } else this.b.get(index);
  }

  /** Leaves the handler's block when the guard says no. */
  private guard(guard: Bound, binding: Binding): void {
    const ask = () => {
      this.push(guard, []);
      this.callBound(guard);
    };
    if (this.event.isolated) isolatedGuard(this, ask, () => this.b.i32(binding.id));
    else ask();
    this.b.op(Op.i32_eqz).brIf(0);
  }

  private invoke(binding: Binding, result: ResultPart): void {
    const { b } = this;
    const { budget } = binding;
    const target = {
      id: () => b.i32(binding.id),
      ...(budget === undefined ? {} : { budget: () => b.i32(budget) }),
    };
    protect(this, target, () => {
      result.before();
      this.push(binding.handler, binding.filters);
      this.callBound(binding.handler);
      result.take();
    });
  }

  /** The closure, if there is one, and the arguments. */
  push(bound: Bound, filters: readonly number[]): void {
    const { b } = this;
    if (bound.closure !== 0) b.i32(bound.closure);
    this.pushArguments(filters);
  }

  pushArguments(filters: readonly number[]): void {
    const { b } = this;
    this.args.forEach((arg, i) => {
      if (arg.kind === 'local') b.get(arg.local);
      else if (arg.kind === 'address') for (const local of arg.locals) b.get(local);
      else if (filters.includes(i)) b.get(this.frame).i32(arg.offset).op(Op.i32_add);
      else {
        b.get(this.frame);
        loadScalar(b, this.layouts.layoutOf(arg.type).storage!, arg.offset);
      }
    });
  }

  callBound(bound: Bound): void {
    const copy = this.code.copyOf(bound.slot);
    if (copy !== undefined) this.b.call(copy);
    else this.b.i32(bound.slot).callIndirect(this.m.type(procedureSignature(bound.type)));
  }

  /** Every procedure that the stub has in its code. */
  private *bounds(): Generator<Bound> {
    for (const b of this.singles()) {
      yield b.handler;
      yield* guardsOf(b);
    }
    const { results } = this.event;
    if (results?.result) yield results.result;
    if (results?.default) yield results.default;
  }

  private layOutResult(): ResultPart {
    const { result } = this.type;
    if (!result) return new NoResult(this);
    const handler = this.event.results?.result;
    return handler ? new FoldedResult(this, result, handler) : new LastResult(this, result);
  }

  /** When nobody ran: the default handler, the default result, or NoHandlerInvoked. Leaves nothing; `store` says where the result goes. */
  fallback(result: RuntimeType | undefined, address: () => void, store: () => void): void {
    const { b, imports } = this;
    const results = this.event.results;
    if (results?.default) {
      if (result && !scalarType(result)) address();
      this.push(results.default, []);
      this.callBound(results.default);
      if (result && scalarType(result)) store();
    } else if (result && results && results.defaultResult !== 0) {
      if (scalarType(result)) {
        b.i32(results.defaultResult);
        loadScalar(b, this.layouts.layoutOf(result).storage!, 0);
        store();
      } else {
        address();
        b.i32(results.defaultResult).i32(this.cellSize(result)).memoryCopy();
      }
    } else if (result) b.i32(FAULTS.indexOf('NoHandlerInvoked')).call(imports.fault).op(Op.unreachable);
  }
}

function innermost(type: RuntimeType): RuntimeType {
  let t = type;
  while (t.kind === 'openarray' && t.element.kind === 'openarray') t = t.element;
  return t;
}
