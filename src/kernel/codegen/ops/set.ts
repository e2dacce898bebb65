/**
 * Sets. Up to 64 elements: one word, the lowest element in bit 0. More: words in memory, handled by address.
 */

import type { TypedInstruction } from '../../../bytecode/verify/operands.ts';
import type { OrdinalRT } from '../../types/runtime-type.ts';
import type { FunctionBody } from '../../wasm/function.ts';
import { Op } from '../../wasm/opcodes.ts';
import { payForSize } from '../bulk.ts';
import { bigint, type Emitter, type Handler, type Handlers, number } from '../emitter.ts';
import type { Interval } from '../facts.ts';
import { helper, type Program } from '../program.ts';

function element(e: Emitter, i: TypedInstruction): OrdinalRT {
  const set = e.type(number(i));
  if (set.kind !== 'set' || set.element.kind !== 'ordinal') throw new Error(`${set.name} is not a set of ordinals`);
  return set.element;
}

const simple =
  (...codes: number[]) =>
  (e: Emitter): void => {
    e.code.ops(codes);
  };

/** Turns the element in a local into its number in the set; returns whether it may lie outside. */
function toIndex(e: Emitter, t: OrdinalRT, v: Interval, held: number): boolean {
  if (t.lo !== 0n) e.code.get(held).i64(t.lo).op(Op.i64_sub).set(held);
  return v.lo < t.lo || v.hi > t.hi;
}
/** Pushes whether the index in a local is none of the set's. */
function outside(e: Emitter, t: OrdinalRT, index: number): void {
  e.code
    .get(index)
    .i64(t.hi - t.lo)
    .op(Op.i64_gt_u);
}

const within: Handler = (e, i) => {
  const t = element(e, i);
  const [index, set] = e.setTemps(['i64', 'i64']);
  const check = toIndex(e, t, e.intervalOf(i, 0), index!);
  e.code.get(set!).get(index!).op(Op.i64_shr_u, Op.i32_wrap_i64).i32(1).op(Op.i32_and);
  if (!check) return;
  outside(e, t, index!);
  e.code.op(Op.i32_eqz, Op.i32_and);
};

const include: Handler = (e, i) => {
  const t = element(e, i);
  const index = e.setTemp('i64');
  if (toIndex(e, t, e.intervalOf(i, 1), index)) {
    outside(e, t, index);
    e.faultIf('ValueOutOfRange');
  }
  e.code.i64(1n).get(index).op(Op.i64_shl, Op.i64_or);
};

/**
 * Makes indices of both bounds. Returns a local that says whether there is anything between them, compared before the subtraction can wrap; what is not
 * empty must lie inside.
 */
function rangeIndices(e: Emitter, t: OrdinalRT, i: TypedInstruction, lo: number, hi: number): number {
  const some = e.temp('i32');
  e.code.get(lo).get(hi).op(Op.i64_le_s).set(some);
  const low = toIndex(e, t, e.intervalOf(i, 1), lo);
  const high = toIndex(e, t, e.intervalOf(i, 2), hi);
  if (!low && !high) return some;
  e.code.get(some);
  outside(e, t, lo);
  outside(e, t, hi);
  e.code.op(Op.i32_or, Op.i32_and);
  e.faultIf('ValueOutOfRange');
  return some;
}

const includeRange: Handler = (e, i) => {
  const t = element(e, i);
  const [lo, hi] = e.setTemps(['i64', 'i64']);
  const some = rangeIndices(e, t, i, lo!, hi!);
  e.code.i64(-1n).get(lo!).op(Op.i64_shl).i64(-1n).i64(63n).get(hi!).op(Op.i64_sub, Op.i64_shr_u, Op.i64_and);
  e.code.i64(0n).get(some).op(Op.select, Op.i64_or);
};

/** A loop over the words of sets of `bytes` bytes; `at` counts bytes. The body gets the address offset pushed by nobody: it adds `at` itself. */
function words(b: FunctionBody, bytes: number, at: number, body: () => void): void {
  b.block().loop();
  b.get(at).get(bytes).op(Op.i32_ge_u).brIf(1);
  body();
  b.get(at).i32(8).op(Op.i32_add).set(at).br(0).end().end();
}

function combine(name: string, ...codes: number[]): Handler {
  return (e, i) => {
    const bytes = e.program.layout.layoutOf(e.type(number(i))).size;
    e.code.i32(bytes).call(combiner(e.program, name, codes));
    payForSize(e.program, e.code, bytes);
  };
}
function combiner(p: Program, name: string, codes: readonly number[]): number {
  return helper(p, `set.${name}`, { params: ['i32', 'i32', 'i32', 'i32'], results: [] }, (b) => {
    const at = b.local('i32');
    words(b, 3, at, () => {
      b.get(0).get(at).op(Op.i32_add);
      b.get(1).get(at).op(Op.i32_add).memory(Op.i64_load, 0);
      b.get(2).get(at).op(Op.i32_add).memory(Op.i64_load, 0);
      if (name === 'difference') b.i64(-1n).op(Op.i64_xor);
      b.ops(codes).memory(Op.i64_store, 0);
    });
  });
}

function subset(p: Program): number {
  return helper(p, 'set.le', { params: ['i32', 'i32', 'i32'], results: ['i32'] }, (b) => {
    const at = b.local('i32');
    words(b, 2, at, () => {
      b.get(0).get(at).op(Op.i32_add).memory(Op.i64_load, 0);
      b.get(1).get(at).op(Op.i32_add).memory(Op.i64_load, 0);
      b.i64(-1n).op(Op.i64_xor, Op.i64_and).i64(0n).op(Op.i64_ne).if().i32(0).return().end();
    });
    b.i32(1);
  });
}

/** Includes the elements with numbers lo .. hi (i64), of which there are some, word by word. */
function fillRange(p: Program): number {
  return helper(p, 'set.fill', { params: ['i32', 'i64', 'i64'], results: [] }, (b) => {
    const word = b.local('i64');
    const place = b.local('i32');
    const mask = b.local('i64');
    b.get(1).i64(6n).op(Op.i64_shr_u).set(word);
    b.loop();
    b.i64(-1n).set(mask);
    b.get(word).get(1).i64(6n).op(Op.i64_shr_u, Op.i64_eq).if();
    b.get(mask).get(1).op(Op.i64_shl).set(mask).end();
    b.get(word).get(2).i64(6n).op(Op.i64_shr_u, Op.i64_eq).if();
    b.get(mask).i64(-1n).i64(63n).get(2).i64(63n).op(Op.i64_and, Op.i64_sub, Op.i64_shr_u, Op.i64_and).set(mask).end();
    b.get(0).get(word).op(Op.i32_wrap_i64).i32(3).op(Op.i32_shl, Op.i32_add).tee(place);
    b.get(place).memory(Op.i64_load, 0).get(mask).op(Op.i64_or).memory(Op.i64_store, 0);
    b.get(word).i64(1n).op(Op.i64_add).tee(word);
    b.get(2).i64(6n).op(Op.i64_shr_u, Op.i64_le_u).brIf(0).end();
  });
}

/** Address of the byte with the bit of an index: the set's address is on the stack. */
function byteOf(e: Emitter, index: number): void {
  e.code.get(index).i64(3n).op(Op.i64_shr_u, Op.i32_wrap_i64, Op.i32_add);
}
function bitOf(e: Emitter, index: number): void {
  e.code.get(index).op(Op.i32_wrap_i64).i32(7).op(Op.i32_and);
}

const bigWithin: Handler = (e, i) => {
  const t = element(e, i);
  const [index, address] = e.setTemps(['i64', 'i32']);
  const test = (): void => {
    e.code.get(address!);
    byteOf(e, index!);
    e.code.memory(Op.i32_load8_u, 0);
    bitOf(e, index!);
    e.code.op(Op.i32_shr_u).i32(1).op(Op.i32_and);
  };
  if (!toIndex(e, t, e.intervalOf(i, 0), index!)) {
    test();
    return;
  }
  outside(e, t, index!);
  e.code.if('i32').i32(0).else();
  test();
  e.code.end();
};

const bigInclude: Handler = (e, i) => {
  const t = element(e, i);
  const index = e.setTemp('i64');
  if (toIndex(e, t, e.intervalOf(i, 1), index)) {
    outside(e, t, index);
    e.faultIf('ValueOutOfRange');
  }
  byteOf(e, index);
  const place = e.teeTemp('i32');
  e.code.get(place).memory(Op.i32_load8_u, 0).i32(1);
  bitOf(e, index);
  e.code.op(Op.i32_shl, Op.i32_or).memory(Op.i32_store8, 0);
};

export const setOps: Handlers = {
  'set.const': (e, i) => {
    e.code.i64(bigint(i, 1));
  },
  'set.union': simple(Op.i64_or),
  'set.difference': (e) => {
    e.code.i64(-1n).op(Op.i64_xor, Op.i64_and);
  },
  'set.intersection': simple(Op.i64_and),
  'set.symmetric': simple(Op.i64_xor),
  'set.eq': simple(Op.i64_eq),
  'set.le': (e) => {
    e.code.i64(-1n).op(Op.i64_xor, Op.i64_and, Op.i64_eqz);
  },
  'set.in': within,
  'set.with': include,
  'set.with_range': includeRange,
  'big.union': combine('union', Op.i64_or),
  'big.difference': combine('difference', Op.i64_and),
  'big.intersection': combine('intersection', Op.i64_and),
  'big.symmetric': combine('symmetric', Op.i64_xor),
  'big.le': (e, i) => {
    const { size } = e.program.layout.layoutOf(e.type(number(i)));
    payForSize(e.program, e.code, size);
    e.code.i32(size).call(subset(e.program));
  },
  'big.in': bigWithin,
  'big.include': bigInclude,
  'big.include_range': (e, i) => {
    const t = element(e, i);
    const [lo, hi] = e.setTemps(['i64', 'i64']);
    const set = e.setTemp('i32');
    const some = rangeIndices(e, t, i, lo!, hi!);
    e.code.get(some).if().get(set).get(lo!).get(hi!).call(fillRange(e.program)).end();
    payForSize(e.program, e.code, e.program.layout.layoutOf(e.type(number(i))).size);
  },
};
