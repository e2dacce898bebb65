/**
 * Procedures as values, and calls.
 *
 * A procedure that only this file knows is called directly; one that an interface exports is an event, and is called through its table slot.
 */
import type { TypedInstruction } from '../../../bytecode/verify/operands.ts';
import { FIRST_ADDRESS, HEADER_DESCRIPTOR } from '../../heap/layout.ts';
import type { ProcedureRT, RuntimeType } from '../../types/runtime-type.ts';
import { Op } from '../../wasm/opcodes.ts';
import { type Emitter, type Handler, type Handlers, number } from '../emitter.ts';
import { inlineCall } from '../inline.ts';
import { receiverPosition } from '../plan.ts';
import { procedureTypeOf, signatureIndex } from '../program.ts';
import { raiseRarely } from '../raise.ts';
import { procedureSignature, revealed } from '../signature.ts';

function ownIndex(e: Emitter, proc: number): number {
  return proc - e.program.importedProcedures;
}

/** Pushes the frame of the procedure `levels` outward; 0 is this one. */
export function pushFrameOf(e: Emitter, levels: number): void {
  if (levels === 0) {
    e.code.get(e.frame);
    return;
  }
  e.code.get(e.parameters.environment!);
  // A frame that encloses begins with its own environment.
  for (let n = 1; n < levels; n++) e.code.memory(Op.i32_load, 0);
}

/** How many levels outward the procedure stands that a nested one is declared in. */
function levelsTo(e: Emitter, nested: number): number {
  const { procedures } = e.program.linked.module;
  const target = procedures[ownIndex(e, nested)]!.parent;
  let levels = 0;
  let at: number | undefined = e.own + e.program.importedProcedures;
  while (at !== undefined && at !== target) {
    at = procedures[ownIndex(e, at)]!.parent;
    levels++;
  }
  if (at === undefined) throw new Error('a nested procedure is used outside of its scope');
  return levels;
}

function typeIndex(e: Emitter, type: ProcedureRT, environment = false): number {
  return signatureIndex(e.program, type, environment);
}

const callProcedure: Handler = (e, i) => {
  const proc = number(i);
  const own = ownIndex(e, proc);
  const { linked, functions } = e.program;
  if (own < 0) {
    raiseEvent(e, i, proc, e.program.importedTypes[proc]!);
    return;
  }
  const def = linked.module.procedures[own]!;
  const target = functions[own];
  if (def.parent !== undefined) pushFrameOf(e, levelsTo(e, proc));
  const event = linked.exported.has(proc) || linked.slots[proc] !== linked.codeSlots[own];
  if (target && !event) e.code.call(target.index);
  else raiseEvent(e, i, proc, def.type);
};

function raiseEvent(e: Emitter, i: TypedInstruction, proc: number, type: number): void {
  const { linked } = e.program;
  const slot = linked.slots[proc]!;
  const procedure = procedureTypeOf(e.program, type);
  const inline = linked.inlines.get(slot);
  if (inline) {
    const args = e.setTemps(i.inputs.flatMap((o) => e.wordsOf(o)));
    inlineCall(e, inline, args, () => raiseRarely(e, slot, procedure));
  } else e.code.i32(slot).callIndirect(typeIndex(e, procedure));
}

const callValue: Handler = (e, i) => {
  const type = procedureTypeOf(e.program, number(i));
  const operand = i.inputs[i.inputs.length - 1];
  const held = e.teeTemp('i32');
  e.code.op(Op.i32_eqz);
  e.faultIf('AttemptToDereferenceNIL');
  const plain = typeIndex(e, type);
  if (operand?.k !== 'proc' || !operand.closure) {
    e.code.get(held).callIndirect(plain);
    return;
  }
  // The arguments stay where they are and become the parameters of both arms.
  e.code.get(held).i32(FIRST_ADDRESS).op(Op.i32_lt_u).if(plain);
  e.code.get(held).callIndirect(plain);
  e.code.else();
  e.code
    .get(held)
    .memory(Op.i32_load, 4)
    .get(held)
    .memory(Op.i32_load, 0)
    .callIndirect(typeIndex(e, type, true));
  e.code.end();
};

const callMethod: Handler = (e, i) => {
  const object = revealed(e.type(number(i)));
  if (object.kind !== 'object') throw new Error(`${object.name} is no object type`);
  const method = object.methods[number(i, 1)]!;
  if (method.signature.kind !== 'procedure') throw new Error(`${method.name} is no method`);
  const position = receiverPosition(e.program, i);
  const receiver = e.keptAt(i.height + position);
  e.checkNil(i, position, receiver);
  const plain = procedureSignature(method.signature);
  // The receiver comes first, but after the address for an aggregate result.
  const params = [...plain.params.slice(0, position), 'i32' as const, ...plain.params.slice(position)];
  pushMethodSlot(e, receiver, object, number(i, 1));
  e.code.callIndirect(e.program.builder.type({ params, results: plain.results }));
};

/** Pushes the slot of the receiver's method; NIL, which a type that is loaded later may override with (2.2.9), faults. */
function pushMethodSlot(e: Emitter, receiver: number, object: RuntimeType, method: number): void {
  const offset = e.program.layout.methodSlotOffset(object, method);
  e.code.get(receiver).i32(-HEADER_DESCRIPTOR).op(Op.i32_sub).memory(Op.i32_load, 0).memory(Op.i32_load, offset);
  const slot = e.teeTemp('i32');
  e.code.op(Op.i32_eqz);
  e.faultIf('AttemptToDereferenceNIL');
  e.code.get(slot);
}

/** From the suite of the receiver's type, which is the first parameter of the procedure type and may be a subtype of the declaring one. */
const methodConstant: Handler = (e, i) => {
  const object = revealed(e.type(number(i)));
  const receiver = procedureTypeOf(e.program, number(i, 2)).params[0]!.type;
  const at = e.program.layout.descriptorOf(receiver) + e.program.layout.methodSlotOffset(object, number(i, 1));
  e.code.i32(at).memory(Op.i32_load, 0);
  const slot = e.teeTemp('i32');
  e.code.op(Op.i32_eqz);
  e.faultIf('AttemptToDereferenceNIL');
  e.code.get(slot);
};

/** A record of slot and environment in this frame. The same procedure always gets the same contents in one activation. */
const closure: Handler = (e, i) => {
  const proc = number(i);
  const at = e.plan.closures.get(proc)!;
  e.code.get(e.frame).i32(e.program.linked.slots[proc]!).memory(Op.i32_store, at);
  e.code.get(e.frame);
  pushFrameOf(e, levelsTo(e, proc));
  e.code.memory(Op.i32_store, at + 4);
  e.code.get(e.frame).i32(at).op(Op.i32_add);
};

const equal: Handler = (e, i) => {
  const mayBeClosure = i.inputs.every((o) => o.k === 'proc' && o.closure);
  if (!mayBeClosure) {
    e.code.op(Op.i32_eq);
    return;
  }
  const [a, b] = e.setTemps(['i32', 'i32']);
  const record = (at: number): void => {
    e.code.get(at).i32(FIRST_ADDRESS).op(Op.i32_ge_u);
  };
  record(a!);
  record(b!);
  e.code.op(Op.i32_and).if('i32');
  e.code.get(a!).memory(Op.i64_load, 0).get(b!).memory(Op.i64_load, 0).op(Op.i64_eq);
  e.code.else().get(a!).get(b!).op(Op.i32_eq).end();
};

const toplevel: Handler = (e, i: TypedInstruction) => {
  const operand = i.inputs[0];
  if (operand?.k === 'proc' && !operand.closure) return;
  const held = e.teeTemp('i32');
  e.code.i32(FIRST_ADDRESS).op(Op.i32_ge_u);
  e.faultIf('ValueOutOfRange');
  e.code.get(held);
};

export const callOps: Handlers = {
  'nil.proc': (e) => {
    e.code.i32(0);
  },
  'proc.const': (e, i) => {
    e.code.i32(e.program.linked.slots[number(i)]!);
  },
  closure,
  'proc.eq': equal,
  'proc.toplevel': toplevel,
  call: callProcedure,
  'call.value': callValue,
  'call.method': callMethod,
  'method.const': methodConstant,
};
