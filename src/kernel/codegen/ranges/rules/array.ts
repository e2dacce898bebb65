/** Arrays: subscripts, lengths, and seeing an array as another array. */
import type { TypedInstruction } from '../../../../bytecode/verify/operands.ts';
import type { RuntimeType } from '../../../types/runtime-type.ts';
import { elementOf, fixedCount, fixedLengths, lowest } from '../../array-shape.ts';
import { openDimensions } from '../../signature.ts';
import { LENGTH_UNKNOWN, type Machine, type Rule, type Rules } from '../machine.ts';
import { LENGTH } from '../range.ts';
import { type Value, value, within } from '../value.ts';

const ZERO = value(0, 0);
const constant = (c: number): Value => value(c, c);

/** An element exists, so the index is one of its array's from here on. */
const element: Rule = (m, i) => {
  const array = m.pointee(i.inputs[0]);
  const index = m.use(i, 1);
  if (array?.kind === 'openarray') {
    const lengths = m.lengthsOf(i, 0);
    const length = lengths[0]!;
    m.found.prove(m.at, index.lo >= 0 && m.isAtMost(index, length, -1));
    m.learnAtMost(index, length, -1);
    m.learnAtMost(ZERO, index, 0);
    return lengths.length > 1 ? m.array(lengths.slice(1)) : undefined;
  }
  if (array?.kind !== 'array') return undefined;
  const lo = Number(lowest(array));
  if (Number.isSafeInteger(lo)) m.learnWithin(index, { lo, hi: lo + fixedCount(array) - 1 });
  return undefined;
};

const accessPacked: Rule = (m, i) => {
  element(m, i);
  return undefined;
};

/** from and count are not negative, and from + count <= the length, from here on. */
const subarray: Rule = (m, i) => {
  const array = m.pointee(i.inputs[0])!;
  const from = m.use(i, 1);
  const count = m.use(i, 2);
  const lengths = m.lengthsOf(i, 0);
  const whole = array.kind === 'array' ? constant(fixedCount(array)) : lengths[0]!;
  const positive = from.lo >= 0 && count.lo >= 0;
  m.found.prove(m.at, positive && (m.isAtMost(from, whole, -count.hi) || m.isAtMost(count, whole, -from.hi)));
  m.learnAtMost(ZERO, from, 0);
  m.learnAtMost(ZERO, count, 0);
  m.learnAtMost(from, whole, -Math.max(count.lo, 0));
  m.learnAtMost(count, whole, -Math.max(from.lo, 0));
  const rest = fixedLengths(elementOf(array), elementOf(m.type(i.immediates[0] as number)));
  return m.array([within(count, LENGTH), ...lengths.slice(1), ...rest.map(constant)]);
};

const fix: Rule = (m, i) => {
  const lengths = m.lengthsOf(i, 0);
  const type = m.type(i.immediates[0] as number);
  const open = openDimensions(type);
  let target = type;
  for (let n = open; n > 0; n--) target = elementOf(target);
  let certain = true;
  for (const length of lengths.slice(open)) {
    const count = constant(fixedCount(target));
    certain &&= m.isAtMost(length, count, 0) && m.isAtMost(count, length, 0);
    m.learnAtMost(length, count, 0);
    m.learnAtMost(count, length, 0);
    target = elementOf(target);
  }
  m.found.prove(m.at, certain);
  return m.array(lengths.slice(0, open));
};

/** Bytes that a variable takes at least; 0 where that is hard to say. */
function leastSize(m: Machine, i: TypedInstruction, type: RuntimeType): number {
  if (type.kind !== 'openarray') return m.program.layout.layoutOf(type).size;
  const { size, bits } = m.program.layout.elementPlace(type);
  const lengths = m.lengthsOf(i, 0);
  if (lengths.length !== 1) return 0;
  const { lo } = m.rangeOf(lengths[0]!);
  return bits === undefined ? lo * size : Math.ceil((lo * bits) / 8);
}

const view: Rule = (m, i) => {
  const { size } = m.program.layout.layoutOf(m.type(i.immediates[0] as number));
  m.found.prove(m.at, leastSize(m, i, m.pointee(i.inputs[0])!) >= size);
  return undefined;
};

/** Open arrays of the same shapes. */
const copy: Rule = (m, i) => {
  if (m.pointee(i.inputs[0])?.kind !== 'openarray') return undefined;
  const to = m.lengthsOf(i, 0);
  const from = m.lengthsOf(i, 1);
  m.found.prove(
    m.at,
    to.every((length, d) => m.isAtMost(length, from[d]!, 0) && m.isAtMost(from[d]!, length, 0)),
  );
  return undefined;
};

export const arrayRules: Rules = {
  element,
  'element.get': accessPacked,
  'element.set': accessPacked,
  subarray,
  fix,
  view,
  copy,
  'array.length': (m, i) => m.lengthsOf(i, 0)[i.immediates[0] as number],
  open: (m, i) => {
    const fixed = fixedLengths(m.pointee(i.inputs[0])!, m.type(i.immediates[0] as number));
    return m.array([...m.lengthsOf(i, 0), ...fixed.map(constant)]);
  },
  'view.array': (m) => m.array([LENGTH_UNKNOWN]),
  readonly: (m, i) => m.input(i, 0),
};
