/** The fast paths of interface Fmt: whole numbers, and padding of texts of bytes. */
import type { FastPath } from '../codegen/natives.ts';
import { TEXT_BYTES } from '../heap/layout.ts';
import { Op } from '../wasm/opcodes.ts';
import { characters, copy, newText, pushLength } from './text-paths.ts';

/** The digits of a number, of 64 bits with a sign or without. */
const digits =
  (signed: boolean): FastPath =>
  (f, m) => {
    const [n, base] = [0, 1];
    const [rest, quotient] = [f.local('i64'), f.local('i64')];
    const [bytes, at, digit] = [f.local('i32'), f.local('i32'), f.local('i32')];
    const pushNegative = () => (signed ? f.get(n).i64(0n).op(Op.i64_lt_s) : f.i32(0));
    const pushMagnitude = () => {
      f.i64(0n).get(n).op(Op.i64_sub).get(n);
      return pushNegative().op(Op.select);
    };
    pushNegative().set(bytes);
    pushMagnitude().set(rest);
    f.loop();
    f.get(bytes).i32(1).op(Op.i32_add).set(bytes);
    f.get(rest).get(base).op(Op.i64_div_u).tee(rest).i64(0n).op(Op.i64_ne).brIf(0);
    f.end();
    const made = newText(f, m, bytes);
    f.get(made).get(bytes).op(Op.i32_add).set(at);
    pushMagnitude().set(rest);
    f.loop();
    f.get(rest).get(base).op(Op.i64_div_u).set(quotient);
    f.get(rest).get(quotient).get(base).op(Op.i64_mul, Op.i64_sub, Op.i32_wrap_i64).set(digit);
    // From the last digit to the first.
    f.get(at).get(digit);
    f.i32('a'.charCodeAt(0) - 10)
      .i32('0'.charCodeAt(0))
      .get(digit)
      .i32(9)
      .op(Op.i32_gt_u, Op.select, Op.i32_add);
    f.memory(Op.i32_store8, TEXT_BYTES - 1);
    f.get(at).i32(1).op(Op.i32_sub).set(at);
    f.get(quotient).tee(rest).i64(0n).op(Op.i64_ne).brIf(0);
    f.end();
    pushNegative().if();
    f.get(made).i32('-'.charCodeAt(0)).memory(Op.i32_store8, TEXT_BYTES);
    f.end();
    f.get(made).return();
  };

/** Longer ones are for the native, which also knows how long a text may be. */
const LONGEST_PADDED = 1024n;

const pad: FastPath = (f, m) => {
  const [text, length, fill, align] = [0, 1, 2, 3];
  const at = characters(f, text);
  const [bytes, own, gap, left] = [f.local('i32'), f.local('i32'), f.local('i32'), f.local('i32')];
  f.get(length);
  pushLength(f, text).op(Op.i64_le_u).if();
  f.get(text).return();
  f.end();
  f.get(length).i64(LONGEST_PADDED).op(Op.i64_gt_u).brIf(0);
  f.get(length).op(Op.i32_wrap_i64).set(bytes);
  pushLength(f, text).op(Op.i32_wrap_i64).set(own);
  f.get(bytes).get(own).op(Op.i32_sub).set(gap);
  f.get(align).op(Op.i64_eqz).set(left);
  const made = newText(f, m, bytes);
  const pushPlace = (before: number, isBefore: number) => {
    f.get(made).i32(TEXT_BYTES).op(Op.i32_add);
    f.get(before).i32(0).get(isBefore).op(Op.select, Op.i32_add);
  };
  pushPlace(own, left);
  f.get(fill).op(Op.i32_wrap_i64).get(gap).memoryFill();
  f.get(left).op(Op.i32_eqz).set(left);
  pushPlace(gap, left);
  f.get(at).get(own);
  copy(f, m);
  f.get(made).return();
};

export const FMT_PATHS = { Int: digits(true), Unsigned: digits(false), Pad: pad } satisfies Readonly<
  Record<string, FastPath>
>;
