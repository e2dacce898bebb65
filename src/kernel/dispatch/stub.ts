/**
 * One stub under construction: a WebAssembly function that raises an event with the handlers it has at this moment, all guards and handlers called directly.
 *
 * Its frame on the shadow stack holds what the collector must see and what filters may change: copies of value parameters, closures, the result.
 */
import { FAULTS } from '../../bytecode/opcodes.ts';
import { loadScalar, storeScalar } from '../codegen/access.ts';
import type { LayoutService } from '../codegen/layout-service.ts';
import { pushRegister, setRegister } from '../codegen/registers.ts';
import { openDimensions, procedureSignature, scalarType } from '../codegen/signature.ts';
import type { ProcedureRT, RuntimeType } from '../types/runtime-type.ts';
import type { FunctionBody } from '../wasm/function.ts';
import { ModuleBuilder, type Signature } from '../wasm/module.ts';
import { Op, type ValType } from '../wasm/opcodes.ts';
import type { Binding, Bound, Event } from './model.ts';
import { FoldedResult, LastResult, NoResult, type ResultPart } from './stub-results.ts';

/** Where an argument is while the stub runs. */
type Argument =
  /** In a parameter of the stub. */
  | { readonly kind: 'local'; readonly local: number }
  /** A value that filters may change, in the frame. */
  | { readonly kind: 'cell'; readonly offset: number; readonly type: RuntimeType }
  /** An address (and lengths) of a variable of the raiser's, or of the copy of an aggregate or array. */
  | { readonly kind: 'address'; readonly locals: readonly number[] };

export class Stub {
  readonly event: Event;
  readonly type: ProcedureRT;
  readonly layouts: LayoutService;
  readonly m: ModuleBuilder;
  readonly signature: Signature;
  readonly b: FunctionBody;
  readonly imports: {
    exn: number;
    kill: number;
    fault: number;
    budgetPush: number;
    budgetPop: number;
    terminated: number;
    failed: number;
    spawn: number;
  };
  readonly index: number;
  size = 0;
  frame = 0;
  /** Stack pointer while handlers run: behind the frame and copies of open arrays. */
  top = 0;
  ran = 0;
  args: Argument[] = [];
  closures = new Map<number, number>();

  constructor(event: Event, layouts: LayoutService) {
    this.event = event;
    this.type = event.type;
    this.layouts = layouts;
    this.signature = procedureSignature(event.type);
    const m = new ModuleBuilder(`event ${event.name}`);
    this.m = m;
    m.importMemory('k', 'memory', { min: 0 });
    m.importTable('k', 'table', { min: 0 });
    const i32s = (...params: ValType[]): Signature => ({ params, results: [] });
    this.imports = {
      exn: m.importTag('k', 'exn', ['i32', 'i64']),
      kill: m.importTag('k', 'kill', []),
      fault: m.importFunction('k', 'fault', i32s('i32')),
      budgetPush: m.importFunction('s', 'budgetPush', i32s('i32')),
      budgetPop: m.importFunction('s', 'budgetPop', { params: [], results: ['i32'] }),
      terminated: m.importFunction('s', 'terminated', i32s('i32')),
      failed: m.importFunction('s', 'failed', i32s('i32', 'i32', 'i64')),
      spawn: m.importFunction('s', 'spawn', i32s('i32', ...this.signature.params)),
    };
    const f = m.function(`event ${event.name}`, this.signature);
    this.index = f.index;
    this.b = f.body;
  }

  build(): ModuleBuilder {
    const { b, m, event } = this;
    m.export('stub', 'func', this.index);
    this.frame = b.local('i32');
    this.top = b.local('i32');
    this.ran = b.local('i32');
    const result = this.layOutResult();
    this.layOutArguments();
    this.layOutClosures();
    const roots = this.rootParameters();
    this.enter(roots);
    this.copyArguments();
    this.count();
    result.begin();
    b.block();
    for (const binding of event.handlers) this.handler(binding, result);
    b.end();
    result.finish();
    setRegister(b, 'sp', () => b.get(this.frame));
    result.leave();
    return m;
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
    const filtered = new Set(this.event.handlers.flatMap((h) => h.filters));
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

  private layOutClosures(): void {
    for (const bound of boundsOf(this.event)) {
      if (bound.closure !== 0 && !this.closures.has(bound.closure)) this.closures.set(bound.closure, this.allot(4));
    }
    const pointer = this.event.results?.defaultResult ?? 0;
    if (pointer !== 0 && !this.closures.has(pointer)) this.closures.set(pointer, this.allot(4));
  }

  /** Every i32 parameter may be a reference or an address into an object. */
  private rootParameters(): { local: number; offset: number }[] {
    return this.signature.params.flatMap((t, local) => (t === 'i32' ? [{ local, offset: this.allot(4) }] : []));
  }

  private enter(roots: readonly { local: number; offset: number }[]): void {
    const { b } = this;
    const size = (this.size + 15) & ~15;
    pushRegister(b, 'sp').tee(this.frame).i32(size).op(Op.i32_add).tee(this.top);
    this.checkStack();
    b.get(this.frame).i32(0).i32(size).memoryFill();
    for (const { local, offset } of roots) b.get(this.frame).get(local).memory(Op.i32_store, offset);
    for (const [closure, offset] of this.closures) b.get(this.frame).i32(closure).memory(Op.i32_store, offset);
    setRegister(b, 'sp', () => b.get(this.top));
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
    setRegister(b, 'sp', () => b.get(this.top));
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
    const { counter } = this.event;
    this.b.i32(counter).i32(counter).memory(Op.i64_load, 0).i64(1n).op(Op.i64_add).memory(Op.i64_store, 0);
  }

  private handler(binding: Binding, result: ResultPart): void {
    const { b } = this;
    b.block();
    const imposed = binding.imposed.filter((g) => g.installed);
    for (const g of imposed) if (g.before) this.guard(g.before);
    if (binding.guard) this.guard(binding.guard);
    for (const g of imposed) if (g.after) this.guard(g.after);
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
  private guard(guard: Bound): void {
    this.push(guard, []);
    this.callBound(guard);
    this.b.op(Op.i32_eqz).brIf(0);
  }

  private invoke(binding: Binding, result: ResultPart): void {
    const { b, imports, event } = this;
    const plain = () => {
      result.before();
      this.push(binding.handler, binding.filters);
      this.callBound(binding.handler);
      result.take();
    };
    const { budget } = binding;
    if (event.isolated) {
      // block $done { block $failed (i32 i64) { try_table { ... } br $done } -> failed }
      const exception = b.local('i32');
      const argument = b.local('i64');
      b.block().block(this.m.type({ params: [], results: ['i32', 'i64'] }));
      b.tryTable(undefined, [{ kind: 'catch', tag: imports.exn, label: 0 }]);
      if (budget === undefined) plain();
      else this.withBudget(budget, plain, binding, 3);
      b.end().br(1).end();
      b.set(argument).set(exception);
      setRegister(b, 'sp', () => b.get(this.top));
      if (budget !== undefined) b.call(imports.budgetPop).op(Op.drop);
      b.i32(binding.id).get(exception).get(argument).call(imports.failed);
      // Not run: on to the next handler.
      b.br(1).end();
    } else if (budget === undefined) plain();
    else {
      // An exception must not take the budget along.
      const exception = b.local('i32');
      const argument = b.local('i64');
      b.block().block(this.m.type({ params: [], results: ['i32', 'i64'] }));
      b.tryTable(undefined, [{ kind: 'catch', tag: imports.exn, label: 0 }]);
      this.withBudget(budget, plain, binding, 3);
      b.end().br(1).end();
      b.set(argument).set(exception);
      b.call(imports.budgetPop).op(Op.drop);
      b.get(exception).get(argument).throw(imports.exn).end();
    }
  }

  /** `outside`: label, from inside, of the handler's block, for the way out after termination. */
  private withBudget(budget: number, body: () => void, binding: Binding, outside: number): void {
    const { b, imports } = this;
    b.i32(budget).call(imports.budgetPush);
    b.block().block();
    b.tryTable(undefined, [{ kind: 'catch', tag: imports.kill, label: 0 }]);
    body();
    b.end();
    b.call(imports.budgetPop).op(Op.drop).br(1).end();
    setRegister(b, 'sp', () => b.get(this.top));
    b.call(imports.budgetPop).op(Op.i32_eqz).if().throw(imports.kill).end();
    b.i32(binding.id).call(imports.terminated);
    b.br(outside + 1).end();
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
    this.b.i32(bound.slot).callIndirect(this.m.type(procedureSignature(bound.type)));
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

/** Every procedure that the stub calls. */
export function* boundsOf(event: Event): Generator<Bound> {
  for (const h of event.handlers) {
    yield h.handler;
    if (h.guard) yield h.guard;
    for (const g of h.imposed) {
      if (!g.installed) continue;
      if (g.before) yield g.before;
      if (g.after) yield g.after;
    }
  }
  if (event.results?.result) yield event.results.result;
  if (event.results?.default) yield event.results.default;
}
