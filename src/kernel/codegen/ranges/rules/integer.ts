/** Integers, words, comparisons. */
import type { TypedInstruction } from '../../../../bytecode/verify/operands.ts';
import type { Machine, Rule, Rules } from '../machine.ts';
import {
  abs,
  add,
  and,
  bits,
  div,
  max,
  min,
  mod,
  mul,
  neg,
  not,
  ofBounds,
  or,
  type Range,
  shift,
  sub,
  xor,
} from '../range.ts';
import { ofRange, opposite, Relation, saying, value, within } from '../value.ts';

const unary =
  (f: (x: Range) => Range): Rule =>
  (m, i) =>
    ofRange(f(m.rangeOf(m.input(i, 0))));
const binary =
  (f: (x: Range, y: Range) => Range): Rule =>
  (m, i) =>
    ofRange(f(m.rangeOf(m.input(i, 0)), m.rangeOf(m.input(i, 1))));
/** What checks its operands, or works on them in a way that depends on what they may be. */
const checking =
  (f: (x: Range, y: Range) => Range): Rule =>
  (m, i) =>
    ofRange(f(m.use(i, 0), m.use(i, 1)));

const sum: Rule = (m, i) => {
  const x = m.input(i, 0);
  const y = m.input(i, 1);
  const xs = m.rangeOf(x);
  const ys = m.rangeOf(y);
  if (ys.lo === ys.hi) return m.moved(x, ys.lo);
  return xs.lo === xs.hi ? m.moved(y, xs.lo) : ofRange(add(xs, ys));
};

/** Also of two variables that are known not to be far apart. */
const difference: Rule = (m, i) => {
  const x = m.input(i, 0);
  const y = m.input(i, 1);
  const ys = m.rangeOf(y);
  if (ys.lo === ys.hi) return m.moved(x, -ys.lo);
  const { lo, hi } = sub(m.rangeOf(x), ys);
  if (lo === Number.NEGATIVE_INFINITY && hi === Number.POSITIVE_INFINITY) return undefined;
  return value(Math.max(lo, -m.difference(y, x)), Math.min(hi, m.difference(x, y)));
};

/** What is less than the divisor stays what it is. */
const modulo: Rule = (m, i) => {
  const x = m.use(i, 0);
  const y = m.use(i, 1);
  return x.lo >= 0 && x.hi < y.lo ? x : ofRange(mod(x, y));
};

const compare =
  (relation: Relation): Rule =>
  (m, i) =>
    saying({ relation, x: m.input(i, 0), y: m.input(i, 1) });

/** As loops end that count to a limit: where that is a constant, how many turns they make may be known. */
const compareWithLimit =
  (relation: Relation): Rule =>
  (m, i) => {
    m.useConstant(i, 0);
    m.useConstant(i, 1);
    return saying({ relation, x: m.input(i, 0), y: m.input(i, 1) });
  };

/** As words, numbers that are not negative compare as they do as integers. */
const compareWords =
  (relation: Relation): Rule =>
  (m, i) => {
    const x = m.input(i, 0);
    const y = m.input(i, 1);
    return m.rangeOf(x).lo >= 0 && m.rangeOf(y).lo >= 0 ? saying({ relation, x, y }) : undefined;
  };

/** What has passed lies between the bounds. */
function checkRange(m: Machine, i: TypedInstruction) {
  const v = m.use(i, 0);
  const [lo, hi] = i.immediates as readonly [bigint, bigint];
  if (lo > hi) return undefined;
  const bounds = ofBounds(lo, hi);
  m.learnWithin(v, bounds);
  return within(v, bounds);
}

const use =
  (...inputs: readonly number[]): Rule =>
  (m, i) => {
    for (const n of inputs) m.use(i, n);
    return undefined;
  };

export const integerRules: Rules = {
  'int.const': (_, i) => {
    const c = i.immediates[0] as bigint;
    return ofRange(ofBounds(c, c));
  },
  'int.add': sum,
  'int.sub': difference,
  'int.mul': binary(mul),
  'int.neg': unary(neg),
  'int.abs': (m, i) => ofRange(abs(m.use(i, 0))),
  'int.div': checking(div),
  'int.mod': modulo,
  'int.min': binary(min),
  'int.max': binary(max),
  'int.eq': compare(Relation.eq),
  'int.ne': compare(Relation.ne),
  'int.lt': compare(Relation.lt),
  'int.le': compareWithLimit(Relation.le),
  'int.gt': compare(Relation.gt),
  'int.ge': compareWithLimit(Relation.ge),
  'ref.eq': compare(Relation.eq),
  'check.range': checkRange,
  'word.lt': compareWords(Relation.lt),
  'word.le': compareWords(Relation.le),
  'word.divide': (m, i) => {
    const x = m.use(i, 0);
    const y = m.use(i, 1);
    return x.lo >= 0 && y.lo > 0 ? ofRange(div(x, y)) : undefined;
  },
  'word.mod': (m, i) => {
    const x = m.use(i, 0);
    const y = m.use(i, 1);
    return x.lo >= 0 && y.lo > 0 ? ofRange(mod(x, y)) : undefined;
  },
  'word.and': binary(and),
  'word.or': binary(or),
  'word.xor': binary(xor),
  'word.not': unary(not),
  'word.shift': checking(shift),
  'word.extract': (m, i) => {
    m.use(i, 1);
    return ofRange(bits(m.use(i, 2)));
  },
  'word.insert': use(2, 3),
  'set.in': use(0),
  'set.with': use(1),
  'set.with_range': use(1, 2),
  'big.in': use(0),
  'big.include': use(1),
  'big.include_range': use(1, 2),
  'bool.not': (m, i) => {
    const { condition } = m.input(i, 0);
    return condition && saying({ ...condition, relation: opposite(condition.relation) });
  },
};
