/**
 * Scalars, aggregates and fields in memory, by address.
 */

import type { TypedInstruction } from '../../../bytecode/verify/operands.ts';
import { openArrayDataOffset } from '../../heap/layout.ts';
import type { RuntimeType } from '../../types/runtime-type.ts';
import { Op } from '../../wasm/opcodes.ts';
import {
  type BitPlace,
  fromBits,
  loadBits,
  loadScalar,
  packedField,
  storeBits,
  storeScalar,
  toBits,
} from '../access.ts';
import { pushOpenBytes } from '../array-shape.ts';
import { payForBytes, payForSize } from '../bulk.ts';
import { clearAt, clearOpen } from '../defaults.ts';
import { type Emitter, type Handler, type Handlers, number } from '../emitter.ts';
import { equalAggregates } from '../equality.ts';
import { copiesInRegisters } from '../plan.ts';
import { openDimensions, revealed, scalarType } from '../signature.ts';

const load: Handler = (e, i) => {
  loadScalar(e.code, storageOf(e, e.pointee(i.inputs[0])), e.offsetOf(i, 0));
};
const store: Handler = (e, i) => {
  storeScalar(e.code, storageOf(e, e.pointee(i.inputs[0])), e.offsetOf(i, 0));
};

function storageOf(e: Emitter, type: RuntimeType) {
  const storage = e.program.layout.layoutOf(type).storage;
  if (!storage) throw new Error(`${type.name} is not a scalar`);
  return storage;
}

const copy: Handler = (e, i) => {
  const type = e.pointee(i.inputs[0]);
  if (type.kind === 'openarray') {
    copyOpen(e, type, i);
    return;
  }
  const size = e.program.layout.layoutOf(type).size;
  if (copiesInRegisters(e.program, i)) {
    const [to, from] = e.setTemps(['i32', 'i32']);
    copySmall(e, size, to!, e.offsetOf(i, 0), from!, e.offsetOf(i, 1));
  } else {
    e.code.i32(size).memoryCopy();
    payForSize(e.program, e.code, size);
  }
};

/** Reads everything before it writes anything, as the two may overlap. */
export function copySmall(e: Emitter, size: number, to: number, toOffset: number, from: number, fromOffset: number) {
  const pieces: { at: number; load: number; store: number; local: number }[] = [];
  for (let at = 0; at < size; ) {
    const left = size - at;
    const [bytes, type, loadOp, storeOp] =
      left >= 8
        ? ([8, 'i64', Op.i64_load, Op.i64_store] as const)
        : left >= 4
          ? ([4, 'i32', Op.i32_load, Op.i32_store] as const)
          : left >= 2
            ? ([2, 'i32', Op.i32_load16_u, Op.i32_store16] as const)
            : ([1, 'i32', Op.i32_load8_u, Op.i32_store8] as const);
    pieces.push({ at, load: loadOp, store: storeOp, local: e.temp(type) });
    at += bytes;
  }
  for (const p of pieces)
    e.code
      .get(from)
      .memory(p.load, fromOffset + p.at)
      .set(p.local);
  for (const p of pieces)
    e.code
      .get(to)
      .get(p.local)
      .memory(p.store, toOffset + p.at);
}

/** Both addresses with their lengths are on the stack. */
function copyOpen(e: Emitter, type: RuntimeType, i: TypedInstruction): void {
  const n = openDimensions(type);
  const from = e.setTemps(e.wordsOf(i.inputs[1]!));
  const to = e.setTemps(e.wordsOf(i.inputs[0]!));
  for (let d = 1; d <= n && !e.leavesOutCheck(); d++) {
    e.code.get(from[d]!).get(to[d]!).op(Op.i32_ne);
    e.faultUnlessProved('IncompatibleArrayShapes');
  }
  e.code.get(to[0]!).get(from[0]!);
  pushOpenBytes(e.program, e.code, type, from.slice(1));
  const bytes = e.teeTemp('i32');
  e.code.memoryCopy().get(bytes);
  payForBytes(e.program, e.code);
}

const equal: Handler = (e, i) => {
  equalAggregates(e.program, e.code, e.pointee(i.inputs[0]), (types) => e.setTemps(types));
};

const clear: Handler = (e, i) => {
  const type = e.pointee(i.inputs[0]);
  const words = e.setTemps(e.wordsOf(i.inputs[0]!));
  if (type.kind === 'openarray') clearOpen(e.program, e.code, type, words[0]!, words.slice(1));
  else clearAt(e.program, e.code, type, words[0]!, 0);
};

/** The record or object type that declares the field. */
function holder(e: Emitter, i: TypedInstruction): RuntimeType {
  return revealed(e.type(number(i)));
}
function place(e: Emitter, i: TypedInstruction) {
  return e.program.layout.fieldPlace(holder(e, i), number(i, 1));
}

function shifted(at: BitPlace, by: number): BitPlace {
  return { ...at, offset: at.offset + by, limit: at.limit + by };
}

const getPacked =
  (object: boolean): Handler =>
  (e, i) => {
    if (object) e.checkTopNil(i, 0);
    const { at, base } = packedField(e.program, holder(e, i), number(i, 1));
    loadBits(e.program, e.code, shifted(at, object ? 0 : e.offsetOf(i, 0)));
    fromBits(e.code, scalarType(base)!);
  };

const setPacked =
  (object: boolean): Handler =>
  (e, i) => {
    const { at, base } = packedField(e.program, holder(e, i), number(i, 1));
    toBits(e.code, scalarType(base)!);
    const [address, value] = e.setTemps(['i32', 'i64']);
    if (object) e.checkNil(i, 0, address!);
    storeBits(e.program, e.code, shifted(at, object ? 0 : e.offsetOf(i, 0)), address!, value!);
  };

/** The address of a referent; for an open array its lengths are read from the front of the object. */
const deref: Handler = (e, i) => {
  e.checkTopNil(i, 0);
  const type = e.pointee(i.outputs[0]);
  const n = openDimensions(type);
  if (n === 0) return;
  const ref = e.teeTemp('i32');
  for (let d = 0; d < n; d++) e.code.get(ref).memory(Op.i32_load, 4 * d);
  e.resultOffset = openArrayDataOffset(n);
};

export const memoryOps: Handlers = {
  load,
  store,
  copy,
  equal,
  clear,
  deref,
  field: (e, i) => {
    e.resultOffset = e.offsetOf(i, 0) + place(e, i).offset;
  },
  'object.field': (e, i) => {
    e.checkTopNil(i, 0);
    e.resultOffset = place(e, i).offset;
  },
  'field.get': getPacked(false),
  'field.set': setPacked(false),
  'object.field.get': getPacked(true),
  'object.field.set': setPacked(true),
};
