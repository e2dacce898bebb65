/** Writes instructions that stand for something else, or make and take the numbers of several turns. */
import { OPCODES, opcode } from '../../../bytecode/opcodes.ts';
import type { TypedInstruction } from '../../../bytecode/verify/operands.ts';
import { Op, Simd } from '../../wasm/opcodes.ts';
import type { Emitter } from '../emitter.ts';
import type { Jammed } from './jammed.ts';
import { testConditions } from './test.ts';

const LOAD = opcode('load').code;

/** By the kind of numbers, and the name of an instruction on them. */
const ARITHMETIC: Readonly<Record<string, number>> = {
  'real.add': Simd.f32x4_add,
  'real.sub': Simd.f32x4_sub,
  'real.mul': Simd.f32x4_mul,
  'real.div': Simd.f32x4_div,
  'real.neg': Simd.f32x4_neg,
  'real.abs': Simd.f32x4_abs,
  'real.sqrt': Simd.f32x4_sqrt,
  'long.add': Simd.f64x2_add,
  'long.sub': Simd.f64x2_sub,
  'long.mul': Simd.f64x2_mul,
  'long.div': Simd.f64x2_div,
  'long.neg': Simd.f64x2_neg,
  'long.abs': Simd.f64x2_abs,
  'long.sqrt': Simd.f64x2_sqrt,
};
const REAL = {
  bytes: 4,
  load: Op.f32_load,
  loadSplat: Simd.v128_load32_splat,
  splat: Simd.f32x4_splat,
  extract: Simd.f32x4_extract_lane,
  replace: Simd.f32x4_replace_lane,
};
const LONG = {
  bytes: 8,
  load: Op.f64_load,
  loadSplat: Simd.v128_load64_splat,
  splat: Simd.f64x2_splat,
  extract: Simd.f64x2_extract_lane,
  replace: Simd.f64x2_replace_lane,
};
const BYTES = 16;

const kindOf = (i: TypedInstruction) => (i.outputs[0]?.k === 'real' ? REAL : LONG);

/** Whether all of the instruction has been written but for its lane. */
export function emitJammed(e: Emitter, i: TypedInstruction, { conditions, lanes }: Jammed): boolean {
  const tested = conditions.get(e.now);
  if (tested) testConditions(e, tested);
  const lane = lanes.get(e.now);
  if (!lane) return tested !== undefined;
  if (lane.kind === 'join') e.code.simd(kindOf(i).replace, lane.lane);
  else if (lane.kind === 'all') {
    if (i.op === LOAD) load(e, i);
    else e.code.simd(ARITHMETIC[OPCODES[i.op]!.name]!);
  } else if (lane.kind === 'splat' && i.op === LOAD && !e.code.watch)
    e.code.simdMemory(kindOf(i).loadSplat, e.offsetOf(i, 0));
  else return false;
  return true;
}

/** After the instruction. */
export function finishLane(e: Emitter, i: TypedInstruction, { lanes }: Jammed): void {
  const lane = lanes.get(e.now);
  if (lane?.kind === 'part') e.code.simd(kindOf(i).extract, lane.lane);
  else if (lane?.kind === 'splat' && (i.op !== LOAD || e.code.watch)) e.code.simd(kindOf(i).splat);
}

/** Of as many neighbours as there are lanes. */
function load(e: Emitter, i: TypedInstruction): void {
  const { code } = e;
  const offset = e.offsetOf(i, 0);
  if (!code.watch) {
    code.simdMemory(Simd.v128_load, offset);
    return;
  }
  const { bytes, load, splat, replace } = kindOf(i);
  const at = e.setTemp('i32');
  for (let lane = 0; lane * bytes < BYTES; lane++) {
    code.get(at).memory(load, offset + lane * bytes);
    if (lane === 0) code.simd(splat);
    else code.simd(replace, lane);
  }
}
