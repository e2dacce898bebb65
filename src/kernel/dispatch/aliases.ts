/**
 * Procedures that the kernel makes of others: one that raises an event without waiting, one that supplies a closure.
 *
 * Each has a slot of its own, of the domain whose procedure it stands for, and is gone with that.
 */
import { FAULTS } from '../../bytecode/opcodes.ts';
import { stackShare } from '../codegen/engine-frame.ts';
import { pushRegister, setRegister } from '../codegen/registers.ts';
import { procedureSignature, scalarType } from '../codegen/signature.ts';
import { slotName } from '../domain/slots.ts';
import { QuotaError } from '../strands/quota.ts';
import { isReference, isSubtype, raisesWithin, sameType } from '../types/relations.ts';
import type { ProcedureRT } from '../types/runtime-type.ts';
import { ModuleBuilder } from '../wasm/module.ts';
import { Op } from '../wasm/opcodes.ts';
import { mayBeAsynchronous } from './handlers.ts';
import { DispatchError, type Event, isEphemeral } from './model.ts';
import type { Store } from './store.ts';

/** Slot of the procedure that raises the event in a strand of its own; always the same one. */
export function asynchronousAlias(s: Store, event: Event): number {
  if (event.alias) return event.alias.slot;
  mayBeAsynchronous(event);
  if (event.type.functional)
    throw new DispatchError('IllegalAsynchEvent', `${event.name} is FUNCTIONAL: it does nothing but answer`);
  const slot = newSlot(s, event.slot, event.type, 'asynchronously');
  const alias = s.addEvent({ ...event, slot, intrinsic: event.slot });
  alias.intrinsic.asynchronous = true;
  Object.defineProperty(alias, 'results', { get: () => event.results });
  event.alias = alias;
  s.slots.changed(alias);
  return slot;
}

/** Slot of a procedure with `count` parameters that calls the given one, with the closure first if there is one. */
export function linear(s: Store, target: number, count: number, closure: number): number {
  const { name, type } = s.procedure(target, 'the procedure');
  const params = closure === 0 ? type.params : type.params.slice(1);
  if (closure !== 0) {
    const [first] = type.params;
    const given = s.typeOf(closure);
    const fits =
      first?.mode === 'value' &&
      isReference(first.type) &&
      (first.type.kind === 'refany' || (given !== undefined && isSubtype(given, first.type)));
    if (!fits) throw new DispatchError('TypeError', `${name} does not take this closure first`);
  }
  if (params.length !== count)
    throw new DispatchError(
      'TypeError',
      `${name} has ${params.length} parameters${closure === 0 ? '' : ' after the closure'}, not ${count}`,
    );
  const known = s.linears.find((l) => l.target === target && l.closure?.ref === (closure || undefined));
  if (known) return known.slot;
  const own = closure === 0 ? type : knownType(s, { ...type, params });
  // Procedures are never given back: who makes them pays as for handlers.
  const { quotas, strands, heap, slots } = s.kernel;
  const full = quotas.take(strands.current?.domain ?? 0, 'handlers');
  if (full) throw new QuotaError(full, 'handlers');
  const slot = newSlot(s, target, own, 'linear');
  // Held for good: the procedure value may lie anywhere.
  s.linears.push({ slot, target, closure: closure === 0 ? undefined : heap.hold(closure) });
  slots.set(slot, caller(s, target, type, closure));
  return slot;
}

/** Stores a procedure value in the variable that a REF to a procedure type refers to, if it is of that type. */
export function assignTo(s: Store, value: number, into: number): void {
  const target = into === 0 ? undefined : s.typeOf(into);
  const { name, type } = s.procedure(value, 'the procedure');
  if (target?.kind !== 'ref' || target.target.kind !== 'procedure' || !covers(target.target, type))
    throw new DispatchError('TypeError', `${name} is not of the procedure type that is referred to`);
  s.kernel.access.writeRef(into, 0, value);
}

/** Whether values of the second type may be assigned to variables of the first. */
function covers(a: ProcedureRT, b: ProcedureRT): boolean {
  return (
    sameParameters(a, b) &&
    raisesWithin(b.raises, a.raises) &&
    (!a.functional || b.functional) &&
    (!a.ephemeral || isEphemeral(b))
  );
}

function newSlot(s: Store, of: number, type: ProcedureRT, how: string): number {
  const info = s.kernel.slots.info(of)!;
  const slot = s.kernel.slots.allocate(1);
  s.kernel.slots.describe({
    ...info,
    slot,
    kind: 'code',
    procedure: `${info.procedure} (${how})`,
    interfaces: [],
    intrinsic: slot,
    event: 0,
    type,
  });
  return slot;
}

/** The type as the kernel has it already: no procedure value is of a type that no extension has. */
function knownType(s: Store, wanted: ProcedureRT): ProcedureRT {
  for (let id = 1; ; id++) {
    const t = s.kernel.types.byTypecode(id);
    if (!t) break;
    if (t.kind === 'procedure' && sameSignature(t, wanted)) return t;
  }
  throw new DispatchError('TypeError', 'no extension has a procedure type like that of the procedure to be made');
}

function sameSignature(a: ProcedureRT, b: ProcedureRT): boolean {
  return (
    a.ephemeral === b.ephemeral &&
    a.functional === b.functional &&
    raisesWithin(a.raises, b.raises) &&
    raisesWithin(b.raises, a.raises) &&
    sameParameters(a, b)
  );
}

function sameParameters(a: ProcedureRT, b: ProcedureRT): boolean {
  return (
    a.params.length === b.params.length &&
    a.params.every((p, i) => p.mode === b.params[i]!.mode && sameType(p.type, b.params[i]!.type)) &&
    (a.result && b.result ? sameType(a.result, b.result) : a.result === b.result)
  );
}

/** Such procedures can be made of each other, as many as one likes: each takes its part of the stack, and pays. */
function caller(s: Store, target: number, type: ProcedureRT, closure: number): WebAssembly.ExportValue {
  const name = slotName(s.kernel.slots.info(target)!);
  const m = new ModuleBuilder(`linear.${name}`);
  m.importMemory('k', 'memory', { min: 0 });
  m.importTable('k', 'table', { min: 0 });
  const fault = m.importFunction('k', 'fault', { params: ['i32'], results: [] });
  const full = procedureSignature(type);
  const at = type.result && !scalarType(type.result) ? 1 : 0;
  const params = closure === 0 ? full.params : full.params.toSpliced(at, 1);
  const { index, body } = m.function(name, { ...full, params });
  const frame = body.local('i32');
  const size = Math.ceil(stackShare(params.length, 1, full.params.length + 1) / 8) * 8;
  setRegister(body, 'fuel', (b) => pushRegister(b, 'fuel').i32(1).op(Op.i32_sub));
  pushRegister(body, 'spLimit');
  pushRegister(body, 'sp').tee(frame).op(Op.i32_sub).i32(size).op(Op.i32_lt_u).ifUnlikely();
  body.i32(FAULTS.indexOf('StackOverflow')).call(fault).op(Op.unreachable).end();
  setRegister(body, 'sp', (b) => b.get(frame).i32(size).op(Op.i32_add));
  params.forEach((_, i) => {
    if (i === at && closure !== 0) body.i32(closure);
    body.get(i);
  });
  if (closure !== 0 && params.length <= at) body.i32(closure);
  body.i32(target).callIndirect(m.type(full));
  setRegister(body, 'sp', (b) => b.get(frame));
  m.export('linear', 'func', index);
  const module = new WebAssembly.Module(m.encode().bytes);
  const { memory, table, fault: raise } = s.kernel.imports;
  return new WebAssembly.Instance(module, { k: { memory, table, fault: raise } }).exports['linear']!;
}
