/** Sets: of at most 64 elements as operands, larger ones by address. */
import type { TypeIndex } from '../../types.ts';
import type { Machine } from '../machine.ts';
import { BOOL, setSize } from '../relations.ts';
import type { Rule, Rules } from './rule.ts';

/** The set type that the immediate names; `big` ones are aggregates. */
function setType(m: Machine, big: boolean): TypeIndex {
  const size = setSize(m.context.table.defs, m.typeOf(0, 'set'));
  if (size > 64 !== big) m.fail('B2405', `${m.info.name} is not for sets of ${size} elements`);
  return m.index(0);
}

const combine: Rule = (m) => {
  const type = setType(m, false);
  m.popSet(type);
  m.popSet(type);
  m.push({ k: 'set', type });
};

const compare: Rule = (m) => {
  const type = setType(m, false);
  m.popSet(type);
  m.popSet(type);
  m.push(BOOL);
};

const combineBig: Rule = (m) => {
  const type = setType(m, true);
  m.popVariable(type);
  m.popVariable(type);
  m.mustWrite(m.popVariable(type));
};

export const SETS: Rules = {
  'set.union': combine,
  'set.difference': combine,
  'set.intersection': combine,
  'set.symmetric': combine,
  'set.eq': compare,
  'set.le': compare,
  'set.in': (m: Machine) => {
    m.popSet(setType(m, false));
    m.popInt();
    m.push(BOOL);
  },
  'set.with': (m: Machine) => {
    const type = setType(m, false);
    m.popInt();
    m.popSet(type);
    m.push({ k: 'set', type });
  },
  'set.with_range': (m: Machine) => {
    const type = setType(m, false);
    m.popInt();
    m.popInt();
    m.popSet(type);
    m.push({ k: 'set', type });
  },
  'big.union': combineBig,
  'big.difference': combineBig,
  'big.intersection': combineBig,
  'big.symmetric': combineBig,
  'big.le': (m: Machine) => {
    const type = setType(m, true);
    m.popVariable(type);
    m.popVariable(type);
    m.push(BOOL);
  },
  'big.in': (m: Machine) => {
    m.popVariable(setType(m, true));
    m.popInt();
    m.push(BOOL);
  },
  'big.include': (m: Machine) => {
    const type = setType(m, true);
    m.popInt();
    m.mustWrite(m.popVariable(type));
  },
  'big.include_range': (m: Machine) => {
    const type = setType(m, true);
    m.popInt();
    m.popInt();
    m.mustWrite(m.popVariable(type));
  },
};
