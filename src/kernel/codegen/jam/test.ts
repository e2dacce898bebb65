/** Writes the test of conditions in the place of the instruction that stands for it. */
import { Op } from '../../wasm/opcodes.ts';
import { pushOpenBytes } from '../array-shape.ts';
import type { Emitter } from '../emitter.ts';
import { openDimensions } from '../signature.ts';
import type { Condition } from './conditions.ts';
import type { Root } from './root.ts';
import type { Sum } from './sum.ts';

/** Leaves whether all of them hold. */
export function testConditions(e: Emitter, conditions: readonly Condition[]): void {
  const { code } = e;
  code.block('i32');
  for (const condition of conditions) {
    code.i32(0);
    pushFails(e, condition);
    code.brIf(0).op(Op.drop);
  }
  code.i32(1).end();
}

function pushFails(e: Emitter, c: Condition): void {
  const { code } = e;
  switch (c.kind) {
    case 'nil':
      code.get(e.words[c.local]!).op(Op.i32_eqz);
      return;
    case 'within':
      push(e, c.sum);
      code.i64(c.lo).op(Op.i64_sub);
      code.i64(BigInt.asIntN(64, c.hi - c.lo)).op(Op.i64_gt_u);
      return;
    case 'index':
      push(e, c.sum);
      if (c.low !== 0n) code.i64(c.low).op(Op.i64_sub);
      push(e, c.count);
      code.op(Op.i64_ge_u);
      return;
    case 'atMost':
      push(e, c.x);
      push(e, c.y);
      code.op(Op.i64_gt_s);
      return;
    case 'apart':
      overlaps(e, c.a, c.b);
      return;
  }
}

const OPERATIONS = { add: Op.i64_add, sub: Op.i64_sub, mul: Op.i64_mul } as const;

function push(e: Emitter, { form }: Sum): void {
  const { code } = e;
  switch (form.kind) {
    case 'constant':
      code.i64(form.value);
      return;
    case 'local':
      code.get(e.words[form.local]!);
      return;
    case 'length':
      pushLength(e, form.root, form.dimension);
      code.op(Op.i64_extend_i32_u);
      return;
    case 'outer':
    case 'inner':
      throw new Error('a condition before a loop knows nothing of its counters');
    default:
      push(e, form.x);
      push(e, form.y);
      code.op(OPERATIONS[form.kind]);
  }
}

/** Of an open array. */
function pushLength(e: Emitter, { kind, at }: Root, dimension: number): void {
  const first = e.words[at]!;
  if (kind === 'address') e.code.get(first + 1 + dimension);
  else e.code.get(first).memory(Op.i32_load, 4 * dimension);
}

/** Whether two variables have bytes in common. Both end within 4 GB, so that distances tell. */
function overlaps(e: Emitter, a: Root, b: Root): void {
  const { code } = e;
  if (a.kind === 'heap' && b.kind === 'heap') {
    // Objects lie apart.
    code.get(e.words[a.at]!).get(e.words[b.at]!).op(Op.i32_eq);
    return;
  }
  pushBase(e, b);
  pushBase(e, a);
  code.op(Op.i32_sub);
  pushSize(e, a);
  code.op(Op.i32_lt_u);
  pushBase(e, a);
  pushBase(e, b);
  code.op(Op.i32_sub);
  pushSize(e, b);
  code.op(Op.i32_lt_u, Op.i32_or);
}

function pushBase(e: Emitter, { kind, at, offset }: Root): void {
  const { code } = e;
  if (kind === 'global') code.i32(at);
  else code.get(kind === 'frame' ? e.frame : e.words[at]!);
  e.addConstant(offset);
}

function pushSize(e: Emitter, root: Root): void {
  const { type } = root;
  const lengths = Array.from({ length: openDimensions(type) }, (_, dimension) => {
    pushLength(e, root, dimension);
    return e.setTemp('i32');
  });
  if (lengths.length > 0) pushOpenBytes(e.program, e.code, type, lengths);
  else e.code.i32(e.program.layout.layoutOf(type).size);
}
