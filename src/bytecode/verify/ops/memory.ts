/** Variables: loading and storing scalars, copying aggregates, fields, dereferencing, VIEW. */
import type { FieldDef, TypeIndex } from '../../types.ts';
import type { Machine } from '../machine.ts';
import { type AddrOperand, BOOL, isScalar, nearest, operandOf } from '../relations.ts';
import type { Rules } from './rule.ts';

/** The same rights on a part (or another sight) of the variable. */
export function pushPart(m: Machine, whole: AddrOperand, type: TypeIndex): void {
  m.pushAddress(type, whole.readonly, whole.own);
}

function popAggregate(m: Machine): AddrOperand {
  const address = m.popAddr();
  if (isScalar(m.context.table, address.type))
    m.fail('B2405', `${m.info.name} is for aggregates, not for a ${m.name(address)}`);
  return address;
}

/** Two aggregates of the same type; returns the first. */
function popAggregates(m: Machine): AddrOperand {
  const second = popAggregate(m);
  return m.popVariable(second.type);
}

/** The field that the immediates name; `packed` says which sort is wanted. */
function field(m: Machine, kind: 'record' | 'object', packed: boolean): FieldDef {
  const def = m.typeOf(0, kind);
  const found = def.fields[m.index(1)];
  if (!found)
    m.fail('B2306', `${m.typeName(m.index(0))} has ${def.fields.length} fields, none with number ${m.index(1)}`);
  if ((m.context.spaces.types[found.type]!.kind === 'packed') !== packed) {
    m.fail('B2403', `field ${found.name} is ${packed ? 'not packed' : 'packed'}, so ${m.info.name} is not for it`);
  }
  return found;
}

function packedValue(m: Machine, type: TypeIndex): void {
  m.push(operandOf(m.context.table, type)!);
}

function view(m: Machine, open: boolean): void {
  const address = m.popAddr();
  const type = m.index(0);
  const { complete } = m.context.table;
  if ((m.context.spaces.types[type]!.kind === 'openarray') !== open)
    m.fail('B2305', `${m.info.name} does not give a ${m.typeName(type)}`);
  if (complete[type] === 0)
    m.fail('B2402', `${m.typeName(type)} is not complete: some bit patterns are no values of it`);
  if (!address.readonly && complete[m.context.table.alias[address.type]!] === 0) {
    m.fail(
      'B2402',
      `writing to the view could make illegal values of ${m.typeName(address.type)}; make the address read-only`,
    );
  }
  if (m.context.spaces.types[address.type]!.kind === 'packed') m.fail('B2403', 'packed storage has no address');
  pushPart(m, address, type);
}

export const MEMORY: Rules = {
  load: (m: Machine) => {
    const address = m.popAddr();
    const value = operandOf(m.context.table, address.type, address.closure);
    if (!value) m.fail('B2405', `load is for scalars, not for a ${m.name(address)}`);
    m.push(value);
  },
  store: (m: Machine) => {
    const value = m.pop();
    const address = m.popAddr();
    m.mustWrite(address);
    m.mustAssign(value, address.type);
  },
  copy: (m) => m.mustWrite(popAggregates(m)),
  equal: (m: Machine) => {
    popAggregates(m);
    m.push(BOOL);
  },
  clear: (m) => m.mustWrite(m.popAddr()),
  readonly: (m) => m.push({ ...m.popAddr(), readonly: true }),

  field: (m: Machine) => {
    const { type } = field(m, 'record', false);
    pushPart(m, m.popVariable(m.index(0)), type);
  },
  'field.get': (m: Machine) => {
    const { type } = field(m, 'record', true);
    m.popVariable(m.index(0));
    packedValue(m, type);
  },
  'field.set': (m: Machine) => {
    const { type } = field(m, 'record', true);
    m.mustAssign(m.pop(), type);
    m.mustWrite(m.popVariable(m.index(0)));
  },
  'object.field': (m: Machine) => {
    const { type } = field(m, 'object', false);
    m.popRefTo(m.index(0));
    m.pushAddress(type, false, false);
  },
  'object.field.get': (m: Machine) => {
    const { type } = field(m, 'object', true);
    m.popRefTo(m.index(0));
    packedValue(m, type);
  },
  'object.field.set': (m: Machine) => {
    const { type } = field(m, 'object', true);
    m.mustAssign(m.pop(), type);
    m.popRefTo(m.index(0));
    if (m.functional) m.fail('B2602', 'object.field.set writes to the heap, but the procedure is FUNCTIONAL');
  },
  deref: (m: Machine) => {
    const ref = m.popRef();
    const type = nearest(m.context.table, ref.type, ['ref']);
    const def = type === undefined ? undefined : m.context.spaces.types[type];
    if (def?.kind !== 'ref') m.fail('B2304', `deref wants a REF, found ${m.name(ref)}`);
    m.pushAddress(def.target, false, false);
  },
  view: (m) => view(m, false),
  'view.array': (m) => view(m, true),
};
