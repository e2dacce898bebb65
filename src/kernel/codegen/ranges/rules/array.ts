/** Arrays: subscripts, lengths, and seeing an array as another array. */
import type { TypedInstruction } from '../../../../bytecode/verify/operands.ts';
import { elementOf, fixedCount, fixedLengths, lowest } from '../../array-shape.ts';
import { openDimensions } from '../../signature.ts';
import type { Machine, Rule, Rules } from '../machine.ts';
import { LENGTH, NO_NEGATIVE, type Range } from '../range.ts';
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

/** Bytes that the variable takes whose address is the first input. */
function sizeOf(m: Machine, i: TypedInstruction): Range {
  const type = m.pointee(i.inputs[0])!;
  if (type.kind !== 'openarray') return constant(m.program.layout.layoutOf(type).size);
  const { size, bits } = m.program.layout.elementPlace(type);
  const lengths = m.lengthsOf(i, 0);
  if (lengths.length !== 1) return NO_NEGATIVE;
  const { lo, hi } = m.rangeOf(lengths[0]!);
  const bytes = (n: number): number => (bits === undefined ? n * size : Math.ceil((n * bits) / 8));
  return { lo: bytes(Math.max(lo, 0)), hi: bytes(hi) };
}

const view: Rule = (m, i) => {
  const { size } = m.program.layout.layoutOf(m.type(i.immediates[0] as number));
  m.found.prove(m.at, sizeOf(m, i).lo >= size);
  return undefined;
};

/** As many elements as there is room for. */
const viewArray: Rule = (m, i) => {
  const { size, bits } = m.program.layout.elementPlace(m.type(i.immediates[0] as number));
  if (size === 0 && bits === undefined) return m.array([constant(0)]);
  const { lo, hi } = sizeOf(m, i);
  const count = (bytes: number): number => Math.floor(bits === undefined ? bytes / size : (bytes * 8) / bits);
  return m.array([within(value(count(lo), count(hi)), LENGTH)]);
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
  'view.array': viewArray,
  readonly: (m, i) => m.input(i, 0),
};
