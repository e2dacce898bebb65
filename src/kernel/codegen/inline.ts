/**
 * Procedures of the library that generated code does by itself in the usual cases, since a call would cost much more than what they do.
 *
 * They are events like others. As long as each has nothing but its intrinsic handler, register `handled` is zero; else, and in the cases that are not usual, the event is raised.
 */
import { TEXT_BYTES, TEXT_LENGTH } from '../heap/layout.ts';
import { CONCATENATION, WIDE } from '../heap/state.ts';
import { Op } from '../wasm/opcodes.ts';
import type { Emitter } from './emitter.ts';
import { pushRegister } from './registers.ts';
import { pushDomainWord } from './text-cat.ts';

/** Leaves the result, an ordinal or of Math's a LONGREAL, on the stack and jumps out of two blocks, or out of one to have the event raised. `args` are locals. */
type Inline = (e: Emitter, args: readonly number[]) => void;

const length: Inline = (e, [text]) => {
  e.code.get(text!).op(Op.i32_eqz).brIfUnlikely(0);
  e.code.get(text!).memory(Op.i64_load32_u, TEXT_LENGTH);
};

/** Of a text of bytes in one piece. */
const getChar: Inline = (e, [text, index]) => {
  e.code.get(text!).op(Op.i32_eqz).brIfUnlikely(0);
  pushDomainWord(e.code, text!)
    .i32(CONCATENATION | WIDE)
    .op(Op.i32_and)
    .brIfUnlikely(0);
  e.code.get(index!).get(text!).memory(Op.i64_load32_u, TEXT_LENGTH).op(Op.i64_ge_u).brIfUnlikely(0);
  e.code.get(text!).get(index!).op(Op.i32_wrap_i64, Op.i32_add).memory(Op.i64_load8_u, TEXT_BYTES);
};

const swap2: Inline = (e, [n]) => {
  e.code.get(n!).i64(0xffn).op(Op.i64_and).i64(8n).op(Op.i64_shl);
  e.code.get(n!).i64(8n).op(Op.i64_shr_u).i64(0xffn).op(Op.i64_and, Op.i64_or);
};

/** Leaves 32 bits. */
const swap4: Inline = (e, [n]) => {
  const half = (by: number, mask: number) =>
    e.code.get(n!).op(Op.i32_wrap_i64).i32(by).op(Op.i32_rotl).i32(mask).op(Op.i32_and);
  half(8, 0x00ff00ff);
  half(24, ~0x00ff00ff);
  e.code.op(Op.i32_or);
};

/** What the one leaves, then the operation. */
const and =
  (first: Inline, operation: number): Inline =>
  (e, args) => {
    first(e, args);
    e.code.op(operation);
  };

/** Of Math: what the engine has an instruction for. */
const float =
  (operation: number): Inline =>
  (e, args) => {
    e.getAll(args);
    e.code.op(operation);
  };

const INLINES = {
  'Text.Length': length,
  'Text.GetChar': getChar,
  'Text.GetWideChar': getChar,
  'Swap.Swap2': and(swap2, Op.i64_extend16_s),
  'Swap.Swap2U': swap2,
  'Swap.Swap4': and(swap4, Op.i64_extend_i32_s),
  'Swap.Swap4U': and(swap4, Op.i64_extend_i32_u),
  'Math.sqrt': float(Op.f64_sqrt),
  'Math.ceil': float(Op.f64_ceil),
  'Math.floor': float(Op.f64_floor),
  'Math.rint': float(Op.f64_nearest),
  'Math.fabs': float(Op.f64_abs),
  'Math.copysign': float(Op.f64_copysign),
} as const;
export type InlineName = keyof typeof INLINES;

const NAMES = Object.keys(INLINES) as InlineName[];

export function isInline(procedure: string): procedure is InlineName {
  return procedure in INLINES;
}

/** Of register `handled`. */
export function handledBit(name: InlineName): number {
  return 1 << NAMES.indexOf(name);
}

/** The arguments are in locals, and `raise` calls the event with them. */
export function inlineCall(e: Emitter, name: InlineName, args: readonly number[], raise: () => void): void {
  e.code.block(name.startsWith('Math.') ? 'f64' : 'i64').block();
  pushRegister(e.code, 'handled').brIfUnlikely(0);
  INLINES[name](e, args);
  e.code.br(1).end();
  e.getAll(args);
  raise();
  e.code.end();
}
