/** Arrays: elements, lengths, and seeing an array as another array type of the same elements. */
import type { TypeDef, TypeIndex } from '../../types.ts';
import type { Machine } from '../machine.ts';
import { type AddrOperand, openDimensions, operandOf, sameType } from '../relations.ts';
import { pushPart } from './memory.ts';
import type { Rules } from './rule.ts';

type ArrayDef = Extract<TypeDef, { kind: 'array' | 'openarray' }>;

/** Number of elements of one dimension of an open array, and of each size given to `new.open`. */
export const LENGTH = { k: 'int', lo: 0n, hi: 2n ** 31n - 1n } as const;

function arrayDef(m: Machine, type: TypeIndex): ArrayDef | undefined {
  const def = m.context.spaces.types[type]!;
  return def.kind === 'array' || def.kind === 'openarray' ? def : undefined;
}

function popArray(m: Machine): { address: AddrOperand; def: ArrayDef } {
  const address = m.popAddr();
  const def = arrayDef(m, address.type);
  if (!def) m.fail('B2404', `${m.info.name} wants an array, found ${m.name(address)}`);
  return { address, def };
}

/** Pops an array whose elements are packed or not, as the instruction wants. */
function popElementsOf(m: Machine, packed: boolean): { address: AddrOperand; def: ArrayDef } {
  const found = popArray(m);
  if ((m.context.spaces.types[found.def.element]!.kind === 'packed') !== packed) {
    m.fail('B2403', `the elements are ${packed ? 'not packed' : 'packed'}, so ${m.info.name} is not for them`);
  }
  return found;
}

/** Follows both types inward while the target is an array; the elements beneath must be the same. */
function mustFit(m: Machine, from: TypeIndex, to: TypeIndex, targetKind: ArrayDef['kind']): void {
  let [a, b] = [from, to];
  for (
    let def = m.context.spaces.types[b]!;
    def.kind === targetKind && !sameType(m.context.table, a, b);
    def = m.context.spaces.types[b]!
  ) {
    const inner = arrayDef(m, a);
    if (!inner) break;
    a = inner.element;
    b = def.element;
  }
  if (!sameType(m.context.table, a, b)) m.fail('B2404', `a ${m.typeName(from)} cannot be seen as a ${m.typeName(to)}`);
}

/** What two array types are below the outer dimensions that are open in both. */
function pastOpen(m: Machine, from: TypeIndex, to: TypeIndex): [TypeIndex, TypeIndex] {
  const { types } = m.context.spaces;
  let [a, b] = [types[from]!, types[to]!];
  let place: [TypeIndex, TypeIndex] = [from, to];
  while (a.kind === 'openarray' && b.kind === 'openarray') {
    place = [a.element, b.element];
    [a, b] = [types[a.element]!, types[b.element]!];
  }
  return place;
}

export const ARRAYS: Rules = {
  element: (m: Machine) => {
    m.popInt();
    const { address, def } = popElementsOf(m, false);
    pushPart(m, address, def.element);
  },
  'element.get': (m: Machine) => {
    m.popInt();
    const { def } = popElementsOf(m, true);
    m.push(operandOf(m.context.table, def.element)!);
  },
  'element.set': (m: Machine) => {
    const value = m.pop();
    m.popInt();
    const { address, def } = popElementsOf(m, true);
    m.mustWrite(address);
    m.mustAssign(value, def.element);
  },
  'array.length': (m: Machine) => {
    const address = m.popAddr();
    const dimensions = openDimensions(m.context.spaces.types, address.type);
    if (m.index(0) >= dimensions) m.fail('B2306', `dimension ${m.index(0)} of an array with ${dimensions} open ones`);
    m.push(LENGTH);
  },
  open: (m: Machine) => {
    m.typeOf(0, 'openarray');
    const { address } = popArray(m);
    mustFit(m, address.type, m.index(0), 'openarray');
    pushPart(m, address, m.index(0));
  },
  fix: (m: Machine) => {
    m.typeOf(0, 'array', 'openarray');
    const { address } = popArray(m);
    const [from, to] = pastOpen(m, address.type, m.index(0));
    mustFit(m, from, to, 'array');
    pushPart(m, address, m.index(0));
  },
  subarray: (m: Machine) => {
    const target = m.typeOf(0, 'openarray');
    m.popInt();
    m.popInt();
    const { address, def } = popArray(m);
    if (!sameType(m.context.table, def.element, target.element)) {
      m.fail('B2404', `a ${m.typeName(m.index(0))} is no part of a ${m.typeName(address.type)}`);
    }
    const element = m.context.spaces.types[def.element]!;
    if (element.kind === 'packed' && element.bits % 8 !== 0)
      m.fail('B2403', `elements of ${element.bits} bits do not begin at bytes`);
    pushPart(m, address, m.index(0));
  },
};
