/**
 * The fast paths of interface Text: texts of bytes that lie in one piece, and results that fit into cells at hand. What is wrong, wide, or a concatenation that
 * nobody has looked at yet is for `text.ts`.
 */
import { BYTES_PER_FUEL_SHIFT, payBody } from '../codegen/bulk.ts';
import type { FastPath, FastPaths } from '../codegen/natives.ts';
import { pushRegister } from '../codegen/registers.ts';
import { COPY, copyBody, pushDomainWord } from '../codegen/text-cat.ts';
import { TEXT_BYTES, TEXT_LEFT, TEXT_LENGTH, TEXT_RIGHT } from '../heap/layout.ts';
import { CONCATENATION, WIDE } from '../heap/state.ts';
import type { FunctionBody } from '../wasm/function.ts';
import { Op } from '../wasm/opcodes.ts';

/** Puts the address of the text's first character into a new local; leaves the fast path where there is none such. */
export function characters(f: FunctionBody, text: number): number {
  const at = f.local('i32');
  const flags = f.local('i32');
  f.get(text).op(Op.i32_eqz).brIf(0);
  pushDomainWord(f, text).tee(flags).i32(WIDE).op(Op.i32_and).brIf(0);
  f.get(flags).i32(CONCATENATION).op(Op.i32_and).if();
  f.get(text).memory(Op.i32_load, TEXT_RIGHT).brIf(1);
  f.get(text).memory(Op.i32_load, TEXT_LEFT).set(at);
  f.else().get(text).set(at).end();
  f.get(at).i32(TEXT_BYTES).op(Op.i32_add).set(at);
  return at;
}

/** The text's length, as an INTEGER. */
export function pushLength(f: FunctionBody, text: number): FunctionBody {
  return f.get(text).memory(Op.i64_load32_u, TEXT_LENGTH);
}

/** Who looks at many characters pays for them: takes their number, an i32, off the stack. */
function payFor(f: FunctionBody, m: FastPaths): void {
  const pay = m.helper('pay', { params: ['i32'], results: [] }, payBody);
  f.i32(BYTES_PER_FUEL_SHIFT).op(Op.i32_shr_u).call(pay);
}

export function copy(f: FunctionBody, m: FastPaths): void {
  f.call(m.helper('copy', COPY, copyBody));
}

/** Makes a text of so many bytes, a local, and returns the local that refers to it. */
export function newText(f: FunctionBody, m: FastPaths, bytes: number): number {
  const made = f.local('i32');
  pushRegister(f, 'payer').get(bytes).call(m.allocText).tee(made).op(Op.i32_eqz).brIf(0);
  f.get(made).get(bytes).memory(Op.i32_store, TEXT_LENGTH);
  return made;
}

const length: FastPath = (f) => {
  f.get(0).op(Op.i32_eqz).brIf(0);
  pushLength(f, 0).return();
};

const empty: FastPath = (f) => {
  f.get(0).op(Op.i32_eqz).brIf(0);
  f.get(0).memory(Op.i32_load, TEXT_LENGTH).op(Op.i32_eqz).return();
};

const hasWideChars: FastPath = (f) => {
  f.get(0).op(Op.i32_eqz).brIf(0);
  pushDomainWord(f, 0).i32(WIDE).op(Op.i32_and).i32(0).op(Op.i32_ne).return();
};

const getChar: FastPath = (f) => {
  const [text, index] = [0, 1];
  const at = characters(f, text);
  pushLength(f, text);
  f.get(index).op(Op.i64_le_u).brIf(0);
  f.get(at).get(index).op(Op.i32_wrap_i64, Op.i32_add).memory(Op.i64_load8_u, 0).return();
};

/** Jumps out of as many blocks unless both addresses, which are locals, have eight equal bytes at `i`. */
function unlessSame(f: FunctionBody, first: number, second: number, i: number, label: number): void {
  f.get(first).get(i).op(Op.i32_add).memory(Op.i64_load, 0);
  f.get(second).get(i).op(Op.i32_add).memory(Op.i64_load, 0);
  f.op(Op.i64_ne).brIf(label);
}

function increment(f: FunctionBody, local: number, by: number): void {
  f.get(local).i32(by).op(Op.i32_add).set(local);
}

/** commonPrefix(first, second, bytes): how many of the bytes there are the same up to the first that are not. */
function commonPrefix(f: FunctionBody): void {
  const [first, second, bytes] = [0, 1, 2];
  const i = f.local('i32');
  f.block().loop();
  f.get(i).i32(8).op(Op.i32_add).get(bytes).op(Op.i32_gt_u).brIf(1);
  unlessSame(f, first, second, i, 1);
  increment(f, i, 8);
  f.br(0).end().end();
  f.block().loop();
  f.get(i).get(bytes).op(Op.i32_ge_u).brIf(1);
  f.get(first).get(i).op(Op.i32_add).memory(Op.i32_load8_u, 0);
  f.get(second).get(i).op(Op.i32_add).memory(Op.i32_load8_u, 0);
  f.op(Op.i32_ne).brIf(1);
  increment(f, i, 1);
  f.br(0).end().end();
  f.get(i);
}

/** Leaves the number of equal characters at the beginning, which is paid for, in a new local. */
function prefix(f: FunctionBody, m: FastPaths, first: number, second: number, bytes: number): number {
  const same = f.local('i32');
  f.get(first).get(second).get(bytes);
  f.call(m.helper('commonPrefix', { params: ['i32', 'i32', 'i32'], results: ['i32'] }, commonPrefix)).tee(same);
  payFor(f, m);
  return same;
}

const equal: FastPath = (f, m) => {
  const bytes = f.local('i32');
  const first = characters(f, 0);
  const second = characters(f, 1);
  f.get(0).memory(Op.i32_load, TEXT_LENGTH).tee(bytes);
  f.get(1).memory(Op.i32_load, TEXT_LENGTH).op(Op.i32_ne).if();
  f.i32(0).return();
  f.end();
  f.get(first).get(second).op(Op.i32_eq).if();
  f.i32(1).return();
  f.end();
  f.get(prefix(f, m, first, second, bytes))
    .get(bytes)
    .op(Op.i32_eq)
    .return();
};

const compare: FastPath = (f, m) => {
  const [a, b, bytes] = [f.local('i32'), f.local('i32'), f.local('i32')];
  const first = characters(f, 0);
  const second = characters(f, 1);
  f.get(0).memory(Op.i32_load, TEXT_LENGTH).set(a);
  f.get(1).memory(Op.i32_load, TEXT_LENGTH).set(b);
  f.get(a).get(b).get(a).get(b).op(Op.i32_lt_u, Op.select).set(bytes);
  const same = prefix(f, m, first, second, bytes);
  // The first characters that differ decide, or else the lengths.
  f.get(same).get(bytes).op(Op.i32_lt_u).if();
  f.get(first).get(same).op(Op.i32_add).memory(Op.i32_load8_u, 0).set(a);
  f.get(second).get(same).op(Op.i32_add).memory(Op.i32_load8_u, 0).set(b);
  f.end();
  f.get(a).get(b).op(Op.i32_gt_u).get(a).get(b).op(Op.i32_lt_u);
  f.op(Op.i32_sub, Op.i64_extend_i32_s).return();
};

const FNV_PRIME = 0x01000193;

/** As in `text.ts`. */
const hash: FastPath = (f, m) => {
  const at = characters(f, 0);
  const [end, low, high, character] = [f.local('i32'), f.local('i32'), f.local('i32'), f.local('i32')];
  f.get(0).memory(Op.i32_load, TEXT_LENGTH).tee(end);
  payFor(f, m);
  f.get(at).get(end).op(Op.i32_add).set(end);
  f.i32(0x811c9dc5 | 0)
    .set(low)
    .i32(0xcbf29ce4 | 0)
    .set(high);
  f.block().loop();
  f.get(at).get(end).op(Op.i32_ge_u).brIf(1);
  f.get(at).memory(Op.i32_load8_u, 0).tee(character);
  f.get(low).op(Op.i32_xor).i32(FNV_PRIME).op(Op.i32_mul).tee(low);
  f.i32(24).op(Op.i32_shr_u).get(character).op(Op.i32_add);
  f.get(high).op(Op.i32_xor).i32(FNV_PRIME).op(Op.i32_mul).set(high);
  increment(f, at, 1);
  f.br(0).end().end();
  f.get(high).op(Op.i64_extend_i32_u).i64(32n).op(Op.i64_shl).get(low).op(Op.i64_extend_i32_u, Op.i64_or).return();
};

const BYTES_OF_ONE = 0x0101010101010101n;
const HIGHEST_BITS = -0x7f7f7f7f7f7f7f80n;

/** indexOf(at, from, end, byte): the least number from `from` on, below `end`, of a byte that is this one; or `end`. */
function indexOf(f: FunctionBody): void {
  const [at, i, end, byte] = [0, 1, 2, 3];
  const [pattern, found] = [f.local('i64'), f.local('i64')];
  f.get(byte).op(Op.i64_extend_i32_u).i64(BYTES_OF_ONE).op(Op.i64_mul).set(pattern);
  f.block().loop();
  f.get(i).i32(8).op(Op.i32_add).get(end).op(Op.i32_gt_u).brIf(1);
  // A byte that is zero after this is one sought for; subtracting one sets the highest bit of the first of these, and of none before it.
  f.get(at).get(i).op(Op.i32_add).memory(Op.i64_load, 0).get(pattern).op(Op.i64_xor).tee(found);
  f.i64(BYTES_OF_ONE).op(Op.i64_sub).get(found).i64(-1n).op(Op.i64_xor, Op.i64_and).i64(HIGHEST_BITS).op(Op.i64_and);
  f.tee(found).op(Op.i64_eqz).if();
  increment(f, i, 8);
  f.br(1).end();
  f.get(found).op(Op.i64_ctz).i64(3n).op(Op.i64_shr_u, Op.i32_wrap_i64).get(i).op(Op.i32_add).return();
  f.end().end();
  f.block().loop();
  f.get(i).get(end).op(Op.i32_ge_u).brIf(1);
  f.get(at).get(i).op(Op.i32_add).memory(Op.i32_load8_u, 0).get(byte).op(Op.i32_eq).brIf(1);
  increment(f, i, 1);
  f.br(0).end().end();
  f.get(i);
}

const NOWHERE = -1n;

const findChar: FastPath = (f, m) => {
  const [text, sought, start] = [0, 1, 2];
  const at = characters(f, text);
  const [from, end, found] = [f.local('i32'), f.local('i32'), f.local('i32')];
  f.get(sought).i64(0xffn).op(Op.i64_gt_u).get(start);
  pushLength(f, text).op(Op.i64_ge_s, Op.i32_or).if();
  f.i64(NOWHERE).return();
  f.end();
  f.get(start).i64(0n).get(start).i64(0n).op(Op.i64_gt_s, Op.select, Op.i32_wrap_i64).set(from);
  f.get(text).memory(Op.i32_load, TEXT_LENGTH).set(end);
  f.get(at).get(from).get(end).get(sought).op(Op.i32_wrap_i64);
  f.call(m.helper('indexOf', { params: ['i32', 'i32', 'i32', 'i32'], results: ['i32'] }, indexOf)).tee(found);
  f.get(from).op(Op.i32_sub);
  payFor(f, m);
  f.i64(NOWHERE).get(found).op(Op.i64_extend_i32_u).get(found).get(end).op(Op.i32_eq, Op.select).return();
};

const sub: FastPath = (f, m) => {
  const [text, start, length] = [0, 1, 2];
  const at = characters(f, text);
  const bytes = f.local('i32');
  const left = f.local('i64');
  // Both are CARDINALs. Nothing is left of what begins at the end, and nothing is copied of what is all.
  pushLength(f, text).get(start).op(Op.i64_sub).tee(left).i64(0n).op(Op.i64_le_s).brIf(0);
  f.get(length).get(left).get(length).get(left).op(Op.i64_lt_u, Op.select, Op.i32_wrap_i64).tee(bytes);
  f.get(text).memory(Op.i32_load, TEXT_LENGTH).op(Op.i32_eq).if();
  f.get(text).return();
  f.end();
  const made = newText(f, m, bytes);
  f.get(made).i32(TEXT_BYTES).op(Op.i32_add).get(at).get(start).op(Op.i32_wrap_i64, Op.i32_add).get(bytes);
  copy(f, m);
  f.get(made).return();
};

const cat: FastPath = (f, m) => {
  f.get(0).op(Op.i32_eqz).brIf(0);
  f.get(1).op(Op.i32_eqz).brIf(0);
  f.get(0).get(1);
  pushRegister(f, 'payer').call(m.textCat).return();
};

const fromChar: FastPath = (f, m) => {
  const one = f.local('i32');
  f.i32(1).set(one);
  const made = newText(f, m, one);
  f.get(made).get(0).memory(Op.i64_store8, TEXT_BYTES).get(made).return();
};

const fromChars: FastPath = (f, m) => {
  const [address, bytes] = [0, 1];
  const made = newText(f, m, bytes);
  f.get(made).i32(TEXT_BYTES).op(Op.i32_add).get(address).get(bytes);
  copy(f, m);
  f.get(made).return();
};

const setChars: FastPath = (f, m) => {
  const [address, room, text, start] = [0, 1, 2, 3];
  const at = characters(f, text);
  const bytes = f.local('i32');
  const left = f.local('i64');
  pushLength(f, text).get(start).op(Op.i64_sub).tee(left).i64(0n).op(Op.i64_le_s).if();
  f.return().end();
  f.get(room).get(left).op(Op.i32_wrap_i64).get(room).op(Op.i64_extend_i32_u).get(left);
  f.op(Op.i64_lt_u, Op.select).set(bytes);
  f.get(address).get(at).get(start).op(Op.i32_wrap_i64, Op.i32_add).get(bytes);
  copy(f, m);
  f.get(bytes);
  payFor(f, m);
  f.return();
};

export const TEXT_PATHS = {
  Length: length,
  Empty: empty,
  Equal: equal,
  Compare: compare,
  Cat: cat,
  Sub: sub,
  Hash: hash,
  HasWideChars: hasWideChars,
  GetChar: getChar,
  GetWideChar: getChar,
  SetChars: setChars,
  FromChar: fromChar,
  FromChars: fromChars,
  FindChar: findChar,
  FindWideChar: findChar,
} satisfies Readonly<Record<string, FastPath>>;
