/**
 * Structured control, branches, return; and fuel, which is counted where loops begin an iteration.
 */

import { BLOCK_BOOL } from '../../../bytecode/opcodes.ts';
import type { TypedInstruction } from '../../../bytecode/verify/operands.ts';
import { Op } from '../../wasm/opcodes.ts';
import { bigint, type ControlFrame, type Emitter, type Handler, type Handlers, number } from '../emitter.ts';
import { keep, learn, negated } from '../facts.ts';
import { COPY_IN_REGISTERS } from '../plan.ts';
import { procedureTypeOf } from '../program.ts';
import { pushRegister, setRegister } from '../registers.ts';
import { lastNotAfter } from '../search.ts';
import { scalarType } from '../signature.ts';
import { endTry } from './exception.ts';
import { copySmall } from './memory.ts';

/** Fuel that a loop may use before it looks at the strand's account. */
export const BATCH = 1024;

export function pushControl(e: Emitter, kind: ControlFrame['kind'], depth: number, dead: boolean): ControlFrame {
  const frame: ControlFrame = { kind, depth, dead, facts: keep(e.facts, () => true), begun: e.now };
  e.control.push(frame);
  return frame;
}

/** What was known when the frame began, and still holds, whichever way was taken since. */
export function rejoin(e: Emitter, frame: ControlFrame): void {
  e.facts = keep(frame.facts, (n) => (e.lastSet.get(n) ?? -1) < frame.begun);
}

export function labelOf(e: Emitter, label: number): number {
  return e.depth - e.control[e.control.length - 1 - label]!.depth;
}

function blockType(i: TypedInstruction): 'i32' | undefined {
  return number(i) === BLOCK_BOOL ? 'i32' : undefined;
}

const block: Handler = (e, i) => {
  e.code.block(blockType(i));
  pushControl(e, 'block', ++e.depth, false);
};

const loop: Handler = (e, i) => {
  e.code.loop(blockType(i));
  const facts = e.plan.loops.get(e.now)!;
  e.facts = keep(e.facts, (n) => !assignedWithin(e, n, facts.end));
  pushControl(e, 'loop', ++e.depth, false);
  const batch = e.batch!;
  e.code.get(batch).i32(facts.weight).op(Op.i32_sub).tee(batch).i32(0).op(Op.i32_lt_s).ifUnlikely();
  settleBatch(e);
  e.code.i32(BATCH).set(batch);
  pushRegister(e.code, 'fuel').i32(0).op(Op.i32_lt_s).ifUnlikely();
  refuel(e);
  e.code.end().end();
};

/** Whether a local is assigned between this instruction and a later one. */
function assignedWithin(e: Emitter, local: number, end: number): boolean {
  const assignments = e.plan.assignments.get(local) ?? [];
  const next = assignments[lastNotAfter(assignments, (a) => a, e.now) + 1];
  return next !== undefined && next < end;
}

/** Charges the strand for what the loops have used of the batch. */
export function settleBatch(e: Emitter): void {
  setRegister(e.code, 'fuel', (code) =>
    pushRegister(code, 'fuel').get(e.batch!).op(Op.i32_add).i32(BATCH).op(Op.i32_sub),
  );
}

/** Gives control away. Without a frame, one is made for the time of the call. */
function refuel(e: Emitter): void {
  const { imports } = e.program;
  const { plan } = e;
  if (plan.framed) {
    if (!plan.writeThrough) e.saveAll(e.frame);
    e.code.call(imports.refuel);
    return;
  }
  if (plan.size === 0) {
    e.code.call(imports.refuel);
    return;
  }
  const frame = e.temp('i32');
  pushRegister(e.code, 'spLimit');
  pushRegister(e.code, 'sp').tee(frame).op(Op.i32_sub).i32(plan.size).op(Op.i32_lt_u);
  e.faultIf('StackOverflow');
  e.saveAll(frame);
  setRegister(e.code, 'sp', (code) => code.get(frame).i32(plan.size).op(Op.i32_add));
  e.code.call(imports.refuel);
  setRegister(e.code, 'sp', (code) => code.get(frame));
}

const branchTable: Handler = (e, i) => {
  const low = bigint(i);
  const labels = (i.immediates[1] as readonly number[]).map((l) => labelOf(e, l));
  const known = e.intervalOf(i, 0);
  if (low !== 0n) e.code.i64(low).op(Op.i64_sub);
  // As an unsigned word of 32 bits, anything outside of the table must stay outside.
  if (known.lo - low < -(2n ** 31n) || known.hi - low >= 2n ** 31n) {
    const index = e.teeTemp('i64');
    const cases = BigInt(labels.length - 1);
    e.code.i64(cases).get(index).i64(cases).op(Op.i64_lt_u, Op.select);
  }
  e.code.op(Op.i32_wrap_i64).brTable(labels);
};

/** Undoes what the prologue did. A result stays on the stack. */
export function epilogue(e: Emitter): void {
  if (e.plan.framed) setRegister(e.code, 'sp', (code) => code.get(e.frame));
  if (e.batch !== undefined) settleBatch(e);
}

const leave: Handler = (e) => {
  const { result } = procedureTypeOf(e.program, e.def.type);
  if (result && !scalarType(result)) {
    const { size } = e.program.layout.layoutOf(result);
    const from = e.setTemp('i32');
    const to = e.parameters.result!;
    if (size <= COPY_IN_REGISTERS) copySmall(e, size, to, 0, from, 0);
    else e.code.get(to).get(from).i32(size).memoryCopy();
  }
  epilogue(e);
  if (e.inlined) e.code.br(e.depth);
  else e.code.return();
};

const end: Handler = (e, i) => {
  if (i.unreachable) e.code.op(Op.unreachable);
  const frame = e.control.pop();
  if (!frame) {
    if (!i.unreachable) epilogue(e);
    return;
  }
  if (frame.kind === 'try') endTry(e, frame);
  else {
    e.code.end();
    e.depth--;
  }
  rejoin(e, frame);
};

export const controlOps: Handlers = {
  block,
  loop,
  if: (e, i) => {
    const condition = e.takeCondition();
    e.code.if(blockType(i));
    pushControl(e, 'if', ++e.depth, false).condition = condition;
    if (condition) learn(e.facts, condition);
  },
  else: (e, i) => {
    if (i.unreachable) e.code.op(Op.unreachable);
    e.code.else();
    const frame = e.control[e.control.length - 1]!;
    rejoin(e, frame);
    if (frame.condition) learn(e.facts, negated(frame.condition));
  },
  end,
  br: (e, i) => {
    e.code.br(labelOf(e, number(i)));
  },
  br_if: (e, i) => {
    const condition = e.takeCondition();
    e.code.brIf(labelOf(e, number(i)));
    if (condition) learn(e.facts, negated(condition));
  },
  br_table: branchTable,
  return: leave,
};
