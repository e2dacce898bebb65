/** Locals and references: who holds what, and what is not NIL. */
import type { TypedInstruction } from '../../../../bytecode/verify/operands.ts';
import { receiverPosition } from '../../plan.ts';
import { type Machine, NOT_NIL, type Rule, type Rules } from '../machine.ts';
import { LENGTH } from '../range.ts';
import { ofRange, value, within, withLengths } from '../value.ts';

const allocated = ofRange(NOT_NIL);
const nil = value(0, 0);

const read: Rule = (m, i) => {
  const local = i.immediates[0] as number;
  const own = m.variables.ofLocal(local);
  const lengths = m.readLengths(local);
  if (own < 0) return lengths && m.array(lengths);
  const v = m.readVariable(own);
  return lengths ? withLengths(v, lengths) : v;
};

const write: Rule = (m, i) => {
  m.assignLocal(i.immediates[0] as number, m.input(i, 0));
  return undefined;
};

const dereference =
  (...inputs: readonly number[]): Rule =>
  (m, i) => {
    for (const n of inputs) m.dereference(i, n);
    return undefined;
  };

const deref: Rule = (m, i) => {
  const { lengths } = m.dereference(i, 0);
  return lengths && m.array(lengths);
};

/** The sizes have been checked. */
function allocateOpen(m: Machine, i: TypedInstruction) {
  const sizes = i.inputs.map((_, n) => m.use(i, n));
  for (const size of sizes) m.learnWithin(size, LENGTH);
  return withLengths(
    allocated,
    sizes.map((size) => within(size, LENGTH)),
  );
}

export const referenceRules: Rules = {
  'local.get': read,
  'local.set': write,
  'local.addr': (m, i) => {
    const lengths = m.readLengths(i.immediates[0] as number);
    return lengths && m.array(lengths);
  },
  nil: () => nil,
  'text.const': () => allocated,
  new: () => allocated,
  'new.open': allocateOpen,
  'text.cat': (m, i) => {
    m.dereference(i, 0);
    m.dereference(i, 1);
    return allocated;
  },
  narrow: (m, i) => m.input(i, 0),
  deref,
  'object.field': dereference(0),
  'object.field.get': dereference(0),
  'object.field.set': dereference(0),
  lock: dereference(0),
  unlock: dereference(0),
  'call.method': (m, i) => {
    m.dereference(i, receiverPosition(m.program, i));
    return undefined;
  },
  assert: (m, i) => {
    const { condition } = m.input(i, 0);
    if (condition) m.learn(condition);
    return undefined;
  },
  assert_message: (m, i) => {
    const { condition } = m.input(i, 0);
    if (condition) m.learn(condition);
    return undefined;
  },
};
