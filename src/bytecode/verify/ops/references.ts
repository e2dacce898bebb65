/** References: NEW, type tests, TEXT, mutexes, names of code. */
import { T, type TypeIndex } from '../../types.ts';
import type { Machine } from '../machine.ts';
import { BOOL, isObject, openDimensions } from '../relations.ts';
import { LENGTH } from './arrays.ts';
import { TYPECODE } from './numbers.ts';
import type { Rules } from './rule.ts';

function mustNotAllocate(m: Machine): void {
  if (m.ephemeral)
    m.fail('B2601', `${m.info.name} allocates, but the procedure is ${m.functional ? 'FUNCTIONAL' : 'EPHEMERAL'}`);
}

function mustNotLock(m: Machine): void {
  if (m.ephemeral)
    m.fail('B2601', `${m.info.name} may wait, but the procedure is ${m.functional ? 'FUNCTIONAL' : 'EPHEMERAL'}`);
}

/** The interface RTCode hands out its values itself; a file's own RTCode would forge them. */
function codeName(m: Machine, position: number, name: string): TypeIndex {
  const type = m.index(position);
  const def = m.context.spaces.types[type]!;
  const imported = m.context.module.imports.some((i) => i.name === 'RTCode');
  if (def.kind !== 'opaque' || def.unit !== 'RTCode' || def.name !== name || !(imported || m.context.trusted)) {
    m.fail('B2701', `${m.info.name} gives a value of the imported type RTCode.${name}, not of ${m.typeName(type)}`);
  }
  return type;
}

export const REFERENCES: Rules = {
  'ref.eq': (m: Machine) => {
    m.popRef();
    m.popRef();
    m.push(BOOL);
  },
  new: (m: Machine) => {
    mustNotAllocate(m);
    const type = m.index(0);
    const def = m.typeOf(0, 'ref', 'object', 'root', 'mutex', 'opaque');
    if (def.kind === 'opaque' && !isObject(m.context.table, type))
      m.fail('B2305', `${m.typeName(type)} is not known to be an object type`);
    if (def.kind === 'ref' && m.context.spaces.types[def.target]!.kind === 'openarray') {
      m.fail('B2305', `${m.typeName(type)} refers to an open array, which needs new.open`);
    }
    m.push({ k: 'ref', type });
  },
  'new.open': (m: Machine) => {
    mustNotAllocate(m);
    const dimensions = openDimensions(m.context.spaces.types, m.typeOf(0, 'ref').target);
    if (dimensions === 0) m.fail('B2305', `${m.typeName(m.index(0))} does not refer to an open array`);
    for (let i = 0; i < dimensions; i++) {
      const size = m.popInt();
      if (size.lo < LENGTH.lo || size.hi > LENGTH.hi)
        m.fail('B2302', `new.open wants sizes within 0..${LENGTH.hi}, found ${m.name(size)}`);
    }
    m.push({ k: 'ref', type: m.index(0) });
  },
  istype: (m: Machine) => {
    m.referenceType(0);
    m.popRef();
    m.push(BOOL);
  },
  narrow: (m: Machine) => {
    const type = m.referenceType(0);
    m.popRef();
    m.push({ k: 'ref', type });
  },
  typecode: (m: Machine) => {
    m.referenceType(0);
    m.push(TYPECODE);
  },
  'ref.typecode': (m: Machine) => {
    m.popRef();
    m.push(TYPECODE);
  },
  'text.cat': (m: Machine) => {
    mustNotAllocate(m);
    m.popRefTo(T.TEXT);
    m.popRefTo(T.TEXT);
    m.push({ k: 'ref', type: T.TEXT });
  },
  this_module: (m) => m.push({ k: 'ref', type: codeName(m, 0, 'Module') }),
  interface_unit: (m: Machine) => {
    const name = m.context.module.texts[m.index(0)]!;
    const { imports, interfaces } = m.context.module;
    if (!imports.some((i) => i.name === name) && !interfaces.some((i) => i.name === name)) {
      m.fail('B2305', `the file neither has nor imports an interface ${name}`);
    }
    m.push({ k: 'ref', type: codeName(m, 1, 'Interface') });
  },
  lock: (m: Machine) => {
    mustNotLock(m);
    m.popRefTo(T.MUTEX);
  },
  unlock: (m: Machine) => {
    mustNotLock(m);
    m.popRefTo(T.MUTEX);
  },
};
