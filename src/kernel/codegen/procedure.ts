/**
 * One procedure: prologue, its instructions in order, epilogue.
 */
import { OPCODES, opcode } from '../../bytecode/opcodes.ts';
import type { TypedInstruction } from '../../bytecode/verify/operands.ts';
import { FunctionBody } from '../wasm/function.ts';
import { Op } from '../wasm/opcodes.ts';
import { storeScalar } from './access.ts';
import { pushOpenBytes } from './array-shape.ts';
import { fuelForBytes, payForBytes, payForSize } from './bulk.ts';
import { clearAt, ordinalDefault, zeroBytes } from './defaults.ts';
import { Emitter, type Handler } from './emitter.ts';
import { type FrameShape, parameterWords } from './frame.ts';
import { usePointer } from './invariants/pointers.ts';
import { emitJammed, finishLane } from './jam/emit.ts';
import type { Jammed } from './jam/jammed.ts';
import { withProofs } from './jam/proofs.ts';
import { narrow } from './narrow.ts';
import { arrayOps } from './ops/array.ts';
import { callOps } from './ops/call.ts';
import { controlOps, pushControl } from './ops/control.ts';
import { exceptionOps } from './ops/exception.ts';
import { floatOps } from './ops/float.ts';
import { integerOps } from './ops/integer.ts';
import { localOps } from './ops/local.ts';
import { copySmall, memoryOps } from './ops/memory.ts';
import { emitNarrow } from './ops/narrow.ts';
import { referenceOps } from './ops/reference.ts';
import { setOps } from './ops/set.ts';
import { wordOps } from './ops/word.ts';
import { BATCH, type Costs } from './payment.ts';
import { COPY_IN_REGISTERS, plan } from './plan.ts';
import type { Program } from './program.ts';
import { analyse } from './ranges/analyse.ts';
import { assertRanges } from './ranges/assertions.ts';
import { refuelWith } from './refuel.ts';
import { pushRegister, setRegister } from './registers.ts';
import { isBoolean, scalarType } from './signature.ts';

const FAMILIES: Readonly<Record<string, Handler>> = {
  ...controlOps,
  ...exceptionOps,
  ...localOps,
  ...memoryOps,
  ...arrayOps,
  ...integerOps,
  ...wordOps,
  ...floatOps,
  ...setOps,
  ...referenceOps,
  ...callOps,
};
/** By opcode. A test holds that every opcode has one. */
export const HANDLERS: readonly (Handler | undefined)[] = OPCODES.map((o) => FAMILIES[o.name]);

const CALL = opcode('call').code;

/** Where in a function's code which instruction of the bytecode begins; both in ascending order. */
export interface CodeMap {
  readonly wasm: readonly number[];
  readonly bytecode: readonly number[];
}

/** As a function of its own; or, where `inlined` is the first of the locals of `code` with its parameters, as a block that the caller opens and closes. `instructions` are those of `jammed`, if that is given; `costs` are of loops among them that have been written out. */
export function generateProcedure(
  p: Program,
  own: number,
  shapes: readonly FrameShape[],
  code: FunctionBody,
  instructions: readonly TypedInstruction[],
  inlined?: number,
  jammed?: Jammed,
  costs?: Costs,
): CodeMap {
  const def = p.linked.module.procedures[own]!;
  const shape = shapes[own]!;
  const facts = plan(p, own, shape, instructions, jammed, costs);
  const ranges = jammed ? withProofs(analyse(p, shape, instructions), jammed) : analyse(p, shape, instructions);
  const e = new Emitter(p, own, shapes, facts, ranges, parameterWords(p, def, inlined), code, inlined !== undefined);
  e.narrowing = narrow(instructions, ranges);
  const map = { wasm: [] as number[], bytecode: [] as number[] };
  const entered = prologue(e);
  for (let index = 0; index < instructions.length; index++) {
    const i = instructions[index]!;
    e.beginInstruction(index);
    if (isDead(e, i) || (index >= e.replaced.from && index < e.replaced.to)) continue;
    map.wasm.push(code.offset);
    map.bytecode.push(i.offset);
    const handler = HANDLERS[i.op];
    if (!handler) throw new Error(`no code is generated for ${OPCODES[i.op]?.name ?? i.op}`);
    if (e.narrowing.isPerformed(index)) emitNarrow(e, i);
    else {
      if (p.disproved !== undefined) assertRanges(e, i);
      const isDone = jammed !== undefined && emitJammed(e, i, jammed);
      if (!isDone && !usePointer(e, i)) handler(e, i);
      if (jammed) finishLane(e, i, jammed);
      if (e.narrowing.isWanted(index)) code.op(Op.i32_wrap_i64);
    }
    e.finish(i);
  }
  const size = e.settleFrameSize();
  if (!e.plan.framed || e.plan.loops.size === 0) return map;
  const moved = code.insert(entered, emptyFrame(e, size));
  for (let n = 0; n < map.wasm.length; n++) map.wasm[n]! += moved;
  return map;
}

/** Keeps count of blocks that are never entered; nothing of them is generated. */
function isDead(e: Emitter, i: TypedInstruction): boolean {
  if (!i.unreachable) return false;
  switch (OPCODES[i.op]!.name) {
    case 'block':
    case 'loop':
    case 'if':
    case 'try':
      pushControl(e, 'block', 0, true);
      return true;
    case 'end':
      if (!e.control[e.control.length - 1]?.dead) return false;
      e.control.pop();
      return true;
    case 'else':
    case 'catch':
    case 'catch_all':
      return e.control[e.control.length - 1]?.dead ?? true;
    default:
      return true;
  }
}

/** Returns where the frame has been set up. */
function prologue(e: Emitter): number {
  enterFrame(e);
  const entered = e.code.offset;
  takeParameters(e);
  initialiseLocals(e);
  if (e.batch !== undefined) e.code.i32(BATCH).set(e.batch);
  if (e.plan.paysAtEntry) payForEntry(e);
  else {
    payForSize(e.program, e.code, e.plan.size);
    payForUnrolled(e, e.plan.unrolled);
  }
  return entered;
}

/**
 * Slots and padding begin as zero: what earlier frames have left there would keep garbage alive as long as this frame lives. That may be for ever in a
 * procedure with a loop; others do without, as V8 no longer inlines a small recursive procedure when it has these stores (it then takes twice as long).
 * Variables, which come before the slots, are given their values anyway.
 */
function emptyFrame(e: Emitter, size: number): FunctionBody {
  const body = new FunctionBody(e.code.params, e.code.watch);
  zeroBytes(body, e.frame, e.shape.size, size - e.shape.size);
  e.shape.locals.forEach(({ def, words, offset }) => {
    if (offset !== undefined && def.kind !== 'memory') zeroBytes(body, e.frame, offset, 4 * words.length);
  });
  return body;
}

/** The stack holds this much more, or the procedure is not entered. Sizes are unsigned and never wrap: the limit is not below the pointer. */
function enterFrame(e: Emitter): void {
  if (!e.plan.framed) return;
  pushRegister(e.code, 'spLimit');
  pushRegister(e.code, 'sp').tee(e.frame).op(Op.i32_sub);
  e.pushFrameSize();
  e.code.op(Op.i32_lt_u);
  e.faultIf('StackOverflow');
  setRegister(e.code, 'sp', (code) => {
    code.get(e.frame);
    e.pushFrameSize();
    code.op(Op.i32_add);
  });
  if (e.def.parent !== undefined && e.shape.enclosing) {
    e.code.get(e.frame).get(e.parameters.environment!).memory(Op.i32_store, 0);
  }
}

function takeParameters(e: Emitter): void {
  if (e.plan.resultRoot !== undefined) {
    e.code.get(e.frame).get(e.parameters.result!).memory(Op.i32_store, e.plan.resultRoot);
  }
  e.parameters.first.forEach((first, n) => {
    const { def, type, offset } = e.shape.locals[n]!;
    if (def.kind !== 'memory') {
      e.rootLocal(n);
      return;
    }
    if (type.kind === 'openarray') {
      copyOpenParameter(e, n);
      return;
    }
    const { size, storage } = e.program.layout.layoutOf(type);
    if (storage && scalarType(type)) {
      e.code.get(e.frame).get(first);
      storeScalar(e.code, storage, offset!);
    } else if (size <= COPY_IN_REGISTERS) {
      e.beginInstruction(0);
      copySmall(e, size, e.frame, offset!, first, 0);
    } else e.code.get(e.frame).i32(offset!).op(Op.i32_add).get(first).i32(size).memoryCopy();
  });
}

/** A VALUE open array: its copy stands above the frame, whose size is then no constant. Stack bounds are multiples of 8. */
function copyOpenParameter(e: Emitter, n: number): void {
  const { code } = e;
  const { type, words, offset } = e.shape.locals[n]!;
  const first = e.words[n]!;
  if (e.top === undefined) {
    e.top = code.local('i32');
    code.get(e.frame);
    e.pushFrameSize();
    code.op(Op.i32_add).set(e.top);
  }
  const bytes = code.local('i32');
  const lengths = words.slice(1).map((_, d) => first + 1 + d);
  pushOpenBytes(e.program, code, type, lengths);
  code.tee(bytes);
  pushRegister(code, 'spLimit').get(e.top).op(Op.i32_sub, Op.i32_gt_u);
  e.faultIf('StackOverflow');
  code.get(e.top).get(first).get(bytes).memoryCopy().get(bytes);
  payForBytes(e.program, code);
  code.get(e.top).set(first);
  code.get(e.top).get(bytes).i32(7).op(Op.i32_add).i32(-8).op(Op.i32_and, Op.i32_add).set(e.top);
  setRegister(code, 'sp', () => code.get(e.top!));
  if (offset === undefined) return;
  words.forEach((_, w) => {
    code
      .get(e.frame)
      .get(first + w)
      .memory(Op.i32_store, offset + 4 * w);
  });
}

/** WebAssembly locals start as zero, but for those of what is inlined; what must not, and what lives in the frame, is set here. */
function initialiseLocals(e: Emitter): void {
  e.shape.locals.slice(e.parameters.first.length).forEach(({ def, type, offset }, k) => {
    const n = e.parameters.first.length + k;
    if (def.kind === 'memory' && offset !== undefined && type.kind !== 'openarray') {
      clearAt(e.program, e.code, type, e.frame, offset);
      return;
    }
    if (e.inlined) zeroWords(e, n);
    if (def.kind !== 'value') return;
    const value = ordinalDefault(type);
    if (value === 0n) return;
    if (isBoolean(type)) e.code.i32(Number(value));
    else e.code.i64(value);
    e.code.set(e.words[n]!);
  });
}

function zeroWords(e: Emitter, n: number): void {
  e.shape.locals[n]!.words.forEach((type, w) => {
    if (type === 'i32') e.code.i32(0);
    else if (type === 'i64') e.code.i64(0n);
    else if (type === 'f32') e.code.f32(0);
    else e.code.f64(0);
    e.code.set(e.words[n]! + w);
  });
}

/** Without a look at whether anything is left, which whatever calls this procedure has, or the first loop of it. */
function payForUnrolled(e: Emitter, cost: number): void {
  if (cost === 0) return;
  if (e.batch !== undefined && cost <= BATCH) e.code.i32(BATCH - cost).set(e.batch);
  else setRegister(e.code, 'fuel', (code) => pushRegister(code, 'fuel').i32(cost).op(Op.i32_sub));
}

function payForEntry(e: Emitter): void {
  const left = e.temp('i32');
  setRegister(e.code, 'fuel', (code) =>
    pushRegister(code, 'fuel')
      .i32(e.plan.weight + fuelForBytes(e.plan.size))
      .op(Op.i32_sub)
      .tee(left),
  );
  e.code.get(left).i32(0).op(Op.i32_lt_s);
  // No hint for small recursive procedures: V8 then keeps their parameters elsewhere, and some take a seventh longer. All others are better off with it.
  if (isSmallRecursion(e)) e.code.if();
  else e.code.ifUnlikely();
  const { unsavedParameters, resultRoot } = e.plan;
  const { result } = e.parameters;
  const roots = unsavedParameters.map((n) => e.words[n]!);
  if (result !== undefined && resultRoot === undefined) roots.push(result);
  e.getAll(roots);
  e.code.call(refuelWith(e.program, roots.length)).end();
}

function isSmallRecursion({ plan, own, program }: Emitter): boolean {
  const self = own + program.importedProcedures;
  return plan.loops.size === 0 && plan.instructions.some((i) => i.op === CALL && i.immediates[0] === self);
}
