/**
 * What an event is raised with, while its stub runs: handlers get copies of what is passed by value, so that what one of them does to the raiser's variable does not show in another.
 */
import { loadScalar, storeScalar } from '../../codegen/access.ts';
import type { LayoutService } from '../../codegen/layout-service.ts';
import { openDimensions, scalarType } from '../../codegen/signature.ts';
import type { ProcedureRT, RuntimeType } from '../../types/runtime-type.ts';
import type { FunctionBody } from '../../wasm/function.ts';
import type { Signature } from '../../wasm/module.ts';
import { Op, type ValType } from '../../wasm/opcodes.ts';
import type { Frame } from './frame.ts';

/** Where an argument is. */
type Argument =
  /** In a parameter of the stub. */
  | { readonly kind: 'local'; readonly local: number }
  /** A value that filters may change, in the frame. */
  | { readonly kind: 'cell'; readonly local: number; readonly offset: number; readonly type: RuntimeType }
  /** An address (and lengths) of a variable of the raiser's, or of the copy of an aggregate or array. */
  | { readonly kind: 'address'; readonly locals: readonly number[] };

export class Arguments {
  readonly #b: FunctionBody;
  readonly #frame: Frame;
  readonly #layouts: LayoutService;
  readonly #type: ProcedureRT;
  readonly #signature: Signature;
  readonly #all: readonly Argument[];

  constructor(
    b: FunctionBody,
    frame: Frame,
    layouts: LayoutService,
    type: ProcedureRT,
    signature: Signature,
    filtered: ReadonlySet<number>,
  ) {
    this.#b = b;
    this.#frame = frame;
    this.#layouts = layouts;
    this.#type = type;
    this.#signature = signature;
    let local = this.first;
    this.#all = type.params.map((p, i): Argument => {
      if (p.mode === 'value' && scalarType(p.type)) {
        const at = local++;
        return filtered.has(i)
          ? { kind: 'cell', local: at, offset: frame.allot(layouts.layoutOf(p.type).size), type: p.type }
          : { kind: 'local', local: at };
      }
      const locals = [local++];
      for (let d = openDimensions(p.type); d > 0; d--) locals.push(local++);
      return { kind: 'address', locals };
    });
    if (this.#all.some((a) => a.kind === 'address')) frame.makeRoom();
  }

  /** Operand index of the event's first parameter: an aggregate result's address comes before it. */
  get first(): 0 | 1 {
    return this.#type.result && !scalarType(this.#type.result) ? 1 : 0;
  }

  /** Parameters without the address for an aggregate result. */
  get types(): ValType[] {
    return this.#signature.params.slice(this.first);
  }

  /** Lets the collector see them: every i32 parameter may be a reference or an address into an object. */
  root(): void {
    if (this.#type.params.every(holdsNoReference)) return;
    this.#signature.params.forEach((t, local) => {
      if (t === 'i32') this.#frame.keep(() => this.#b.get(local));
    });
  }

  /** After the frame has been entered. */
  copy(): void {
    let copied = false;
    this.#type.params.forEach((p, i) => {
      const arg = this.#all[i]!;
      if (arg.kind === 'cell') {
        this.#b.get(this.#frame.base).get(arg.local);
        storeScalar(this.#b, this.#layouts.layoutOf(arg.type).storage!, arg.offset);
      } else if (arg.kind === 'address' && p.mode === 'value') {
        this.#copyAggregate(p.type, arg.locals);
        copied = true;
      }
    });
    if (copied) this.#frame.restoreStack();
  }

  #copyAggregate(type: RuntimeType, locals: readonly number[]): void {
    const b = this.#b;
    const bytes = b.local('i32');
    if (type.kind === 'openarray') {
      const place = this.#layouts.elementPlace(innermost(type));
      locals.slice(1).forEach((length, d) => {
        b.get(length);
        if (d > 0) b.op(Op.i32_mul);
      });
      if (place.bits === undefined) b.i32(place.size).op(Op.i32_mul);
      else b.i32(place.bits).op(Op.i32_mul).i32(7).op(Op.i32_add).i32(3).op(Op.i32_shr_u);
    } else b.i32(this.#layouts.layoutOf(type).size);
    b.set(bytes);
    this.#frame.copy(locals[0]!, bytes);
  }

  /** For a call of a procedure that takes some by VAR, although the event has them by value. */
  push(filters: readonly number[]): void {
    const b = this.#b;
    this.#all.forEach((arg, i) => {
      if (arg.kind === 'local') b.get(arg.local);
      else if (arg.kind === 'address') for (const local of arg.locals) b.get(local);
      else if (filters.includes(i)) b.get(this.#frame.base).i32(arg.offset).op(Op.i32_add);
      else this.#load(arg);
    });
  }

  /** The stub's own operands with what filters made of them; all are scalars passed by value. */
  pushOperands(): void {
    this.#signature.params.forEach((_, i) => {
      const arg = this.#all[i];
      if (arg?.kind === 'cell') this.#load(arg);
      else this.#b.get(i);
    });
  }

  #load(arg: Argument & { kind: 'cell' }): void {
    this.#b.get(this.#frame.base);
    loadScalar(this.#b, this.#layouts.layoutOf(arg.type).storage!, arg.offset);
  }
}

function innermost(type: RuntimeType): RuntimeType {
  let t = type;
  while (t.kind === 'openarray' && t.element.kind === 'openarray') t = t.element;
  return t;
}

/** Whether the collector need not see it. */
function holdsNoReference(p: ProcedureRT['params'][number]): boolean {
  const scalar = p.mode === 'value' ? scalarType(p.type) : undefined;
  return scalar !== undefined && (scalar !== 'i32' || p.type.kind === 'ordinal');
}
