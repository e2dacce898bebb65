/**
 * Structured control, branches, return; and fuel, which is counted where loops begin an iteration.
 */

import { BLOCK_BOOL } from '../../../bytecode/opcodes.ts';
import type { TypedInstruction } from '../../../bytecode/verify/operands.ts';
import { Op, type ValType } from '../../wasm/opcodes.ts';
import { bigint, type ControlFrame, type Emitter, type Handler, type Handlers, number } from '../emitter.ts';
import { keep, learn, negated, share } from '../facts.ts';
import { hoist } from '../invariants/pointers.ts';
import { BATCH, type Payment } from '../payment.ts';
import { COPY_IN_REGISTERS, type LoopFacts } from '../plan.ts';
import { helper, type Program, procedureTypeOf } from '../program.ts';
import { refuel } from '../refuel.ts';
import { pushRegister, setRegister } from '../registers.ts';
import { lastNotAfter } from '../search.ts';
import { scalarType } from '../signature.ts';
import { endTry } from './exception.ts';
import { copySmall } from './memory.ts';
import { beginStrips, nextStrip, nextTurn, pushUnused, testStrip } from './strip.ts';

/** So many loops in each other are paid for before they begin: who leaves them all gives something back for each. */
const MOST_PREPAID = 4;

export function pushControl(e: Emitter, kind: ControlFrame['kind'], depth: number, dead: boolean): ControlFrame {
  const frame: ControlFrame = { kind, depth, dead, facts: share(e.facts), begun: e.now };
  e.control.push(frame);
  return frame;
}

/** What was known when the frame began, and still holds, whichever way was taken since. */
export function rejoin(e: Emitter, frame: ControlFrame): void {
  e.facts = keep(frame.facts, (n) => (e.lastSet[n] ?? -1) < frame.begun);
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

/**
 * Two loops: the outer one is gone on with when the batch is used up, and pays for another one. So there is no call in the inner one; the engine unrolls such loops when they are
 * small, which also spares them most of its own checks. What a loop costs that never runs long is paid before it begins.
 *
 *     block $done
 *       loop $batch
 *         block $used
 *           loop $turn
 *             … body
 *             br_if $used (batch < weight)
 *             batch := batch - weight
 *             br $turn
 *           end
 *           br $done
 *         end
 *         … pay
 *         br $batch
 *       end
 *     end
 */
const loop: Handler = (e, i) => {
  hoist(e);
  const facts = e.plan.loops.get(e.now)!;
  const { end, weight, outer, counted, counting } = facts;
  const { code } = e;
  const payment = paymentHere(e, facts);
  const strips = payment === 'strips' ? beginStrips(e, counting!, weight) : undefined;
  if (payment === 'before') takeFromBatch(e, Number(counted!.times) * weight);
  else if (payment === 'ends') {
    if (outer === undefined) takeFromBatch(e, weight);
    code.block(blockType(i)).loop().block();
    e.depth += 3;
  } else if (payment === 'heads') {
    code.loop(blockType(i));
    e.depth++;
    pay(e, weight);
  }
  // One that counts leaves nothing when it ends by itself, or never does.
  code.loop(strips ? undefined : blockType(i));
  e.facts = keep(e.facts, (n) => !assignedWithin(e, n, end));
  const frame = pushControl(e, 'loop', ++e.depth, false);
  frame.payment = payment;
  frame.weight = weight;
  frame.strips = strips;
  if (payment === 'before') frame.prepaid = { ...counted!, weight };
  if (frame.prepaid ?? strips) e.paid.push(frame);
  if (payment === 'batches') takeBatch(e, weight);
  if (payment !== 'heads') return;
  code.get(e.batch!).i32(weight).op(Op.i32_lt_s).brIfUnlikely(1);
  code.get(e.batch!).i32(weight).op(Op.i32_sub).set(e.batch!);
};

function paymentHere(e: Emitter, { payment, counting }: LoopFacts): Payment {
  if (payment !== 'before' || e.paid.length < MOST_PREPAID) return payment;
  return counting ? 'strips' : 'heads';
}

/** Before control goes on to the head of the loop that has this label: pays for the turn, where the loop does not do so itself. */
function payForTurn(e: Emitter, label: number): void {
  const weight = weightOfTurn(e, label);
  if (weight === undefined) return;
  e.code
    .get(e.batch!)
    .i32(weight)
    .op(Op.i32_lt_s)
    .brIfUnlikely(labelOf(e, label) + 1);
  e.code.get(e.batch!).i32(weight).op(Op.i32_sub).set(e.batch!);
}
function weightOfTurn(e: Emitter, label: number): number | undefined {
  const { payment, weight } = e.control[e.control.length - 1 - label]!;
  return payment === 'ends' ? weight : undefined;
}

/** Where the innermost of the blocks of a loop has ended: those around it. */
function endBlocks(e: Emitter, { payment, weight, strips }: ControlFrame): void {
  const { code } = e;
  if (payment === 'ends') {
    code.br(2).end();
    takeBatch(e, 0);
    code.get(e.batch!).i32(weight!).op(Op.i32_sub).set(e.batch!);
    code.br(0).end().op(Op.unreachable).end();
    e.depth -= 3;
  } else if (payment === 'heads' || strips) {
    if (strips) nextStrip(e, strips);
    code.end();
    e.depth--;
  }
}

/** Sees to it that the batch has so much left, which is not more than one has. */
export function pay(e: Emitter, cost: number): void {
  e.code.get(e.batch!).i32(cost).op(Op.i32_lt_s).ifUnlikely();
  takeBatch(e, 0);
  e.code.end();
}
function takeFromBatch(e: Emitter, cost: number): void {
  pay(e, cost);
  e.code.get(e.batch!).i32(cost).op(Op.i32_sub).set(e.batch!);
}
/** Pays for what has been used of a batch and for so much more, and takes a new one. */
function takeBatch(e: Emitter, more: number): void {
  const roots = e.pushUnsaved();
  e.code.get(e.batch!);
  if (more !== 0) e.code.i32(more).op(Op.i32_sub);
  e.code.call(payForBatch(e.program, roots)).i32(BATCH).set(e.batch!);
}

/** Gives back what has been paid for iterations that will not be, where control leaves the innermost `levels` frames. */
function refund(e: Emitter, levels: number): void {
  if (!isRefunded(e, levels)) return;
  for (const { prepaid, strips } of paidWithin(e, levels)) {
    if (prepaid) pushUnmade(e, prepaid);
    else pushUnused(e, strips!);
    e.code.get(e.batch!).op(Op.i32_add).set(e.batch!);
  }
  // A new batch may have been taken since that was paid for. No loop is to have more than one, or it would not give control away for so much longer.
  e.code.get(e.batch!).i32(BATCH).op(Op.i32_gt_s).ifUnlikely();
  settleBatch(e);
  e.code.i32(BATCH).set(e.batch!).end();
}
function isRefunded(e: Emitter, levels: number): boolean {
  return e.paid.length > 0 && paidWithin(e, levels).length > 0;
}
/** Of the innermost `levels` frames, those that have paid for iterations which will not be when control leaves them here. */
function paidWithin(e: Emitter, levels: number): readonly ControlFrame[] {
  const outermost = e.control[e.control.length - levels];
  if (!outermost) return [];
  return e.paid.filter(({ begun, prepaid, strips }) => begun >= outermost.begun && (prepaid ?? strips)!.exit !== e.now);
}
/** Leaves the fuel of the iterations that will not be. */
function pushUnmade(e: Emitter, { last, counter, weight }: NonNullable<ControlFrame['prepaid']>): void {
  e.code
    .i32(Number(BigInt.asIntN(32, last)))
    .get(e.words[counter]!)
    .op(Op.i32_wrap_i64, Op.i32_sub);
  e.code.i32(weight).op(Op.i32_mul);
}

function leaveTo(e: Emitter, label: number): void {
  refund(e, label);
  payForTurn(e, label);
  e.code.br(labelOf(e, label));
}
/** Takes a condition off the stack, and goes to the label if it holds. */
export function branchIf(e: Emitter, label: number): void {
  if (!isRefunded(e, label) && weightOfTurn(e, label) === undefined) {
    e.code.brIf(labelOf(e, label));
    return;
  }
  e.code.if();
  e.depth++;
  leaveTo(e, label);
  e.code.end();
  e.depth--;
}

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

/**
 * (roots, batch) ->: charges the strand for a batch, and gives control away when nothing is left. The roots stand in a frame for that time.
 *
 * A function of its own, as it is hardly ever called: the engine unrolls small loops, and finds registers for the values of a loop more easily where it has little else in it.
 */
function payForBatch(p: Program, roots: number): number {
  const params = new Array<ValType>(roots + 1).fill('i32');
  return helper(p, `batch.${roots}`, { params, results: [] }, (f) => {
    setRegister(f, 'fuel', () => {
      pushRegister(f, 'fuel').get(roots).op(Op.i32_add).i32(BATCH).op(Op.i32_sub).tee(roots);
    });
    f.get(roots).i32(0).op(Op.i32_lt_s).if();
    refuel(p, f, roots);
    f.end();
  });
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
  refund(e, e.control.length);
  epilogue(e);
  if (e.inlined) e.code.br(e.depth);
  else e.code.return();
};

const end: Handler = (e, i) => {
  const frame = e.control.pop();
  const strips = frame?.strips;
  if (frame?.prepaid ?? strips) e.paid.pop();
  if (i.unreachable && strips?.place !== 'head') e.code.op(Op.unreachable);
  if (!frame) {
    if (!i.unreachable) epilogue(e);
    return;
  }
  if (frame.kind === 'try') endTry(e, frame);
  else {
    e.code.end();
    e.depth--;
    endBlocks(e, frame);
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
    const strips = e.control[e.control.length - 1]?.strips;
    if (strips?.place === 'head' && number(i) === 0) {
      nextTurn(e, strips);
      return;
    }
    leaveTo(e, number(i));
  },
  br_if: (e, i) => {
    const strips = e.control[e.control.length - 1]?.strips;
    if (strips?.exit === e.now) {
      testStrip(e, strips);
      return;
    }
    const condition = e.takeCondition();
    branchIf(e, number(i));
    if (condition) learn(e.facts, negated(condition));
  },
  br_table: branchTable,
  return: leave,
};
