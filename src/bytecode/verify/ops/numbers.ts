/** Integers (by interval), booleans, floating point. */
import * as interval from '../intervals.ts';
import type { Machine } from '../machine.ts';
import { ANY_INT, BOOL, type Bounds } from '../relations.ts';
import type { Rule, Rules } from './rule.ts';

const LOWEST_CODE = 0n;
/** Typecodes are positive 31-bit numbers. */
export const TYPECODE = { k: 'int', lo: LOWEST_CODE, hi: 2n ** 31n - 1n } as const;

function pushInt(m: Machine, bounds: Bounds): void {
  m.push(bounds === ANY_INT ? ANY_INT : { k: 'int', lo: bounds.lo, hi: bounds.hi });
}

const unary =
  (f: (x: Bounds) => Bounds): Rule =>
  (m) =>
    pushInt(m, f(m.popInt()));

const binary =
  (f: (x: Bounds, y: Bounds) => Bounds): Rule =>
  (m) => {
    const y = m.popInt();
    pushInt(m, f(m.popInt(), y));
  };

const comparison: Rule = (m) => {
  m.popInt();
  m.popInt();
  m.push(BOOL);
};

const anything = (): Bounds => ANY_INT;

export const INTEGERS: Rules = {
  'int.add': binary(interval.add),
  'int.sub': binary(interval.sub),
  'int.mul': binary(interval.mul),
  'int.neg': unary(interval.neg),
  'int.abs': unary(interval.abs),
  'int.div': binary(interval.div),
  'int.mod': binary(interval.mod),
  'int.min': binary(interval.min),
  'int.max': binary(interval.max),
  'int.eq': comparison,
  'int.ne': comparison,
  'int.lt': comparison,
  'int.le': comparison,
  'int.gt': comparison,
  'int.ge': comparison,
  'int.of_bool': (m: Machine) => {
    m.popBool();
    pushInt(m, { lo: 0n, hi: 1n });
  },
  'check.range': (m: Machine) => {
    const bounds = { lo: m.int(0), hi: m.int(1) };
    if (bounds.lo > bounds.hi) m.fail('B2302', `no integer is within ${bounds.lo}..${bounds.hi}`);
    pushInt(m, interval.meet(m.popInt(), bounds));
  },
  'word.divide': binary(interval.divide),
  'word.mod': binary(interval.remainder),
  'word.lt': comparison,
  'word.le': comparison,
  'word.and': binary(interval.and),
  'word.or': binary(interval.or),
  'word.xor': binary(interval.xor),
  'word.not': unary(interval.not),
  'word.shift': binary(interval.shift),
  'word.rotate': binary(anything),
  'word.extract': (m: Machine) => {
    const n = m.popInt();
    m.popInt();
    m.popInt();
    pushInt(m, interval.extract(n));
  },
  'word.insert': (m: Machine) => {
    for (let i = 0; i < 4; i++) m.popInt();
    m.push(ANY_INT);
  },
};

export const BOOLEANS: Rules = {
  'bool.not': (m: Machine) => {
    m.popBool();
    m.push(BOOL);
  },
  'bool.eq': (m: Machine) => {
    m.popBool();
    m.popBool();
    m.push(BOOL);
  },
  'bool.of_int': (m: Machine) => {
    const value = m.popInt();
    if (value.lo < 0n || value.hi > 1n)
      m.fail('B2302', `bool.of_int wants an integer within 0..1, found ${m.name(value)}`);
    m.push(BOOL);
  },
};

function floatRules(kind: 'real' | 'long'): [string, Rule][] {
  const result = { k: kind } as const;
  const to2: Rule = (m) => {
    m.popFloat(kind);
    m.popFloat(kind);
    m.push(result);
  };
  const to1: Rule = (m) => {
    m.popFloat(kind);
    m.push(result);
  };
  const compare: Rule = (m) => {
    m.popFloat(kind);
    m.popFloat(kind);
    m.push(BOOL);
  };
  const toInt: Rule = (m) => {
    m.popFloat(kind);
    m.push(ANY_INT);
  };
  const ofInt: Rule = (m) => {
    m.popInt();
    m.push(result);
  };
  return [
    ...['add', 'sub', 'mul', 'div', 'mod', 'min', 'max'].map((name): [string, Rule] => [name, to2]),
    ...['neg', 'abs', 'sqrt'].map((name): [string, Rule] => [name, to1]),
    ...['eq', 'ne', 'lt', 'le', 'gt', 'ge'].map((name): [string, Rule] => [name, compare]),
    ...['round', 'trunc', 'floor', 'ceiling'].map((name): [string, Rule] => [name, toInt]),
    ['of_int', ofInt] as [string, Rule],
  ].map(([name, rule]) => [`${kind}.${name}`, rule]);
}

export const FLOATS: Rules = {
  ...Object.fromEntries([...floatRules('real'), ...floatRules('long')]),
  'real.of_long': (m: Machine) => {
    m.popFloat('long');
    m.push({ k: 'real' });
  },
  'long.of_real': (m: Machine) => {
    m.popFloat('real');
    m.push({ k: 'long' });
  },
};
