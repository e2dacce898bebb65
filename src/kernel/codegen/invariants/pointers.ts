/**
 * Writes what `find.ts` has found: pointers and lengths are made before a loop, moved with their locals, and used in the place of address computations.
 */
import { OPCODES } from '../../../bytecode/opcodes.ts';
import type { TypedInstruction } from '../../../bytecode/verify/operands.ts';
import { openArrayDataOffset } from '../../heap/layout.ts';
import { Op } from '../../wasm/opcodes.ts';
import { fixedCount, lowest, scale } from '../array-shape.ts';
import { bigint, type Emitter, number } from '../emitter.ts';
import { fixedIndex, openIndex } from '../ops/array.ts';
import type { HoistedIndex, HoistedLengths, Pointer, PointerUse } from './hoisted.ts';

/** Where a loop begins, before it: nothing here can fault. */
export function hoist(e: Emitter): void {
  const before = e.plan.invariants.preheaders.get(e.now);
  if (!before) return;
  for (const lengths of before.lengths) readLengths(e, lengths);
  for (const pointer of before.pointers) makePointer(e, pointer);
}

function readLengths(e: Emitter, { local, slots }: HoistedLengths): void {
  const reference = e.words[local]!;
  const known = e.facts.nonNil.has(local);
  if (!known) e.code.get(reference).if();
  slots.forEach((slot, d) => {
    e.code
      .get(reference)
      .memory(Op.i32_load, 4 * d)
      .set(e.hoistedAt(slot));
  });
  if (!known) e.code.end();
}

function makePointer(e: Emitter, pointer: Pointer): void {
  const { origin } = pointer;
  if (origin.kind === 'local') e.code.get(e.words[origin.local]!);
  else if (origin.kind === 'frame') e.code.get(e.frame);
  else e.code.i32(0);
  for (const index of pointer.indices) {
    pushIndex(e, index);
    scale(e.code, index.size);
    for (const length of lengthsOf(e, pointer).slice(index.rows)) e.code.get(length).op(Op.i32_mul);
    e.code.op(Op.i32_add);
  }
  e.code.set(e.hoistedAt(pointer.slot));
}

/** Of the array that the pointer leads into: locals. */
function lengthsOf(e: Emitter, { origin, lengths, dimensions }: Pointer): number[] {
  if (lengths) return lengths.slots.map((slot) => e.hoistedAt(slot));
  if (origin.kind !== 'local') return [];
  return Array.from({ length: dimensions }, (_, d) => e.words[origin.local]! + 1 + d);
}

/** The low 32 bits of what the index will be in the first iteration, counted from the first element. */
function pushIndex(e: Emitter, { from, to, low }: HoistedIndex): void {
  for (const i of e.plan.instructions.slice(from, to)) {
    const { name } = OPCODES[i.op]!;
    if (name === 'local.get') e.code.get(e.words[number(i)]!);
    else if (name === 'int.const') e.code.i64(bigint(i));
    else if (name === 'int.add') e.code.op(Op.i64_add);
    else if (name === 'int.sub') e.code.op(Op.i64_sub);
    else if (name === 'int.mul') e.code.op(Op.i64_mul);
  }
  if (low !== 0n) e.code.i64(low).op(Op.i64_sub);
  e.code.op(Op.i32_wrap_i64);
}

/** After the assignment of a local, `at` which instruction: what its pointers are now. */
export function movePointers(e: Emitter, at: number): void {
  const moves = e.plan.invariants.moves.get(at);
  if (!moves) return;
  for (const { pointer, by } of moves) {
    const local = e.hoistedAt(pointer.slot);
    e.code.get(local).i32(by).op(Op.i32_add).set(local);
  }
}

/** Does what is left of an instruction on the way to a pointer, or of one that reads lengths which are known; false for all others. */
export function usePointer(e: Emitter, i: TypedInstruction): boolean {
  const { uses, derefs } = e.plan.invariants;
  if (uses.size === 0 && derefs.size === 0) return false;
  const use = uses.get(e.now);
  if (use) {
    follow(e, i, use);
    return true;
  }
  const lengths = derefs.get(e.now);
  if (!lengths) return false;
  e.checkTopNil(i, 0);
  for (const slot of lengths.slots) e.code.get(e.hoistedAt(slot));
  e.resultOffset = openArrayDataOffset(lengths.slots.length);
  return true;
}

function follow(e: Emitter, i: TypedInstruction, { pointer, last, offset, dimension }: PointerUse): void {
  const { origin } = pointer;
  switch (OPCODES[i.op]!.name) {
    case 'local.get':
      if (i.outputs[0]!.k === 'ref') e.resultSource = number(i);
      break;
    case 'deref':
    case 'object.field':
      if (origin.kind === 'local') e.checkNil(i, 0, e.words[origin.local]!);
      break;
    case 'element':
      checkIndex(e, i, lengthsOf(e, pointer)[dimension]);
      break;
  }
  if (!last) return;
  e.code.get(e.hoistedAt(pointer.slot));
  e.getAll(lengthsOf(e, pointer).slice(dimension + 1));
  e.resultOffset = offset;
}

/** Takes the index off the stack. */
function checkIndex(e: Emitter, i: TypedInstruction, length: number | undefined): void {
  const array = e.pointee(i.inputs[0]);
  const known = e.intervalOf(i, 1);
  if (array.kind === 'openarray') openIndex(e, known, e.setTemp('i64'), length!);
  else {
    fixedIndex(e, known, lowest(array), fixedCount(array));
    e.code.op(Op.drop);
  }
}
