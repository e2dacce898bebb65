/**
 * Floating point: REAL in 32 bits (`real`), LONGREAL and EXTENDED in 64 (`long`). IEEE throughout; only conversions to integers can fault.
 */
import { Op } from '../../wasm/opcodes.ts';
import type { Emitter, Handler, Handlers } from '../emitter.ts';

const simple =
  (...codes: number[]) =>
  (e: Emitter): void => {
    e.code.ops(codes);
  };

/** The integers from -2**63 up to but without 2**63; NaN fails both comparisons. */
const LIMIT = 2 ** 63;

interface Family {
  readonly type: 'f32' | 'f64';
  readonly constant: (e: Emitter, value: number) => void;
  readonly ge: number;
  readonly lt: number;
  readonly toInteger: number;
}

function toInteger(f: Family, rounding: number): Handler {
  return (e) => {
    e.code.op(rounding);
    const x = e.setTemp(f.type);
    e.code.get(x);
    f.constant(e, -LIMIT);
    e.code.op(f.ge).get(x);
    f.constant(e, LIMIT);
    e.code.op(f.lt, Op.i32_and, Op.i32_eqz);
    e.faultIf('ValueOutOfRange');
    e.code.get(x).op(f.toInteger);
  };
}

/** x - y * FLOOR(x / y) */
function modulo(type: 'f32' | 'f64', div: number, floor: number, mul: number, sub: number): Handler {
  return (e) => {
    const [x, y] = e.setTemps([type, type]);
    e.code.get(x!).get(y!).get(x!).get(y!).op(div, floor, mul, sub);
  };
}

const REAL: Family = {
  type: 'f32',
  constant: (e, v) => {
    e.code.f32(v);
  },
  ge: Op.f32_ge,
  lt: Op.f32_lt,
  toInteger: Op.i64_trunc_f32_s,
};
const LONG: Family = {
  type: 'f64',
  constant: (e, v) => {
    e.code.f64(v);
  },
  ge: Op.f64_ge,
  lt: Op.f64_lt,
  toInteger: Op.i64_trunc_f64_s,
};

export const floatOps: Handlers = {
  'real.add': simple(Op.f32_add),
  'real.sub': simple(Op.f32_sub),
  'real.mul': simple(Op.f32_mul),
  'real.div': simple(Op.f32_div),
  'real.mod': modulo('f32', Op.f32_div, Op.f32_floor, Op.f32_mul, Op.f32_sub),
  'real.neg': simple(Op.f32_neg),
  'real.abs': simple(Op.f32_abs),
  'real.sqrt': simple(Op.f32_sqrt),
  'real.min': simple(Op.f32_min),
  'real.max': simple(Op.f32_max),
  'real.eq': simple(Op.f32_eq),
  'real.ne': simple(Op.f32_ne),
  'real.lt': simple(Op.f32_lt),
  'real.le': simple(Op.f32_le),
  'real.gt': simple(Op.f32_gt),
  'real.ge': simple(Op.f32_ge),
  'real.of_int': simple(Op.f32_convert_i64_s),
  'real.round': toInteger(REAL, Op.f32_nearest),
  'real.trunc': toInteger(REAL, Op.f32_trunc),
  'real.floor': toInteger(REAL, Op.f32_floor),
  'real.ceiling': toInteger(REAL, Op.f32_ceil),
  'long.add': simple(Op.f64_add),
  'long.sub': simple(Op.f64_sub),
  'long.mul': simple(Op.f64_mul),
  'long.div': simple(Op.f64_div),
  'long.mod': modulo('f64', Op.f64_div, Op.f64_floor, Op.f64_mul, Op.f64_sub),
  'long.neg': simple(Op.f64_neg),
  'long.abs': simple(Op.f64_abs),
  'long.sqrt': simple(Op.f64_sqrt),
  'long.min': simple(Op.f64_min),
  'long.max': simple(Op.f64_max),
  'long.eq': simple(Op.f64_eq),
  'long.ne': simple(Op.f64_ne),
  'long.lt': simple(Op.f64_lt),
  'long.le': simple(Op.f64_le),
  'long.gt': simple(Op.f64_gt),
  'long.ge': simple(Op.f64_ge),
  'long.of_int': simple(Op.f64_convert_i64_s),
  'long.round': toInteger(LONG, Op.f64_nearest),
  'long.trunc': toInteger(LONG, Op.f64_trunc),
  'long.floor': toInteger(LONG, Op.f64_floor),
  'long.ceiling': toInteger(LONG, Op.f64_ceil),
  'real.of_long': simple(Op.f32_demote_f64),
  'long.of_real': simple(Op.f64_promote_f32),
};
