/** Locals, outer locals, globals. */
import type { LocalDef } from '../../module.ts';
import type { Machine } from '../machine.ts';
import type { Operand } from '../operands.ts';
import { addressOf, operandOf, resolve } from '../relations.ts';
import type { Rules } from './rule.ts';

/** A VALUE parameter of procedure type may hold a nested procedure. */
function mayBeClosure(m: Machine, local: LocalDef, isParameter: boolean): boolean {
  return isParameter && resolve(m.context.table, local.type).kind === 'procedure';
}

function parameterCount(m: Machine, position: number): number {
  const def = m.context.spaces.types[m.context.module.procedures[position]!.type]!;
  return def.kind === 'procedure' ? def.params.length : 0;
}

/** The local of an enclosing procedure that `up.*` names. */
function outer(m: Machine, ...kinds: readonly LocalDef['kind'][]): { local: LocalDef; isParameter: boolean } {
  const [level, index] = [m.index(0), m.index(1)];
  const { module, spaces } = m.context;
  let position = m.position;
  for (let i = 0; i < level; i++) {
    const parent = module.procedures[position]!.parent;
    if (parent === undefined) m.fail('B2503', `${m.info.name}: only ${i} procedures are around this one`);
    position = parent - spaces.importedProcedures;
  }
  const local = level === 0 ? undefined : module.procedures[position]!.locals[index];
  if (!local?.captured || !kinds.includes(local.kind)) {
    m.fail('B2503', `${m.info.name} ${level} ${index} means no captured ${kinds.join(' or ')} local`);
  }
  return { local, isParameter: index < parameterCount(m, position) };
}

function wrongKind(m: Machine, local: LocalDef): never {
  m.fail('B2307', `${m.info.name} is not for local ${m.index(0)} of kind ${local.kind}`);
}

function pushVariable(m: Machine, { type }: LocalDef, own: boolean, closure: boolean): void {
  if (closure) m.push({ k: 'addr', type, readonly: false, own, closure });
  else m.pushAddress(type, false, own);
}

function readLocal(m: Machine, local: LocalDef, index: number): Operand {
  switch (local.kind) {
    case 'value':
      return operandOf(m.context.table, local.type, mayBeClosure(m, local, index < m.type.params.length))!;
    case 'address':
      return addressOf(m.context.table, local.type, false, m.functional && (m.holdsOwn.get(index) ?? false));
    case 'readonly':
      return addressOf(m.context.table, local.type, true, false);
    case 'exception': {
      const held = m.held.get(index)!;
      held.read = true;
      return { k: 'exn', raises: held.raises };
    }
    default:
      return wrongKind(m, local);
  }
}

function writeLocal(m: Machine, local: LocalDef, index: number): void {
  if (local.kind === 'value') {
    m.mustAssign(m.pop(), local.type);
  } else if (local.kind === 'address' || local.kind === 'readonly') {
    const address = m.popVariable(local.type);
    m.mustHandOn(address);
    if (local.kind === 'address') {
      if (address.readonly)
        m.fail('B2401', `${m.info.name} ${index}: the local gives write access, the address is read-only`);
      if (m.functional) rememberOwn(m, index, address.own);
    }
  } else if (local.kind === 'exception') {
    holdException(m, index, m.popExn().raises!);
  } else wrongKind(m, local);
  m.markSet(index);
}

/** A loop may bring a later assignment before an earlier read, so an alias in FUNCTIONAL code keeps to one sort of memory. */
function rememberOwn(m: Machine, index: number, own: boolean): void {
  const before = index < m.type.params.length ? false : m.holdsOwn.get(index);
  if (before !== undefined && before !== own)
    m.fail('B2602', `local ${index} would alias both own and other memory in FUNCTIONAL code`);
  m.holdsOwn.set(index, own);
}

/** Likewise a later assignment must not add exceptions to a local that was read. Leaving the block that set it starts anew. */
function holdException(m: Machine, index: number, raises: ReadonlySet<number>): void {
  const held = m.held.get(index);
  if (!held) {
    m.held.set(index, { raises: new Set(raises), read: false });
    return;
  }
  if (held.raises === raises) return;
  for (const e of raises) {
    if (!held.raises.has(e) && held.read) m.fail('B2605', `local ${index} gets further exceptions after it was read`);
    held.raises.add(e);
  }
}

export const LOCALS: Rules = {
  'local.get': (m: Machine) => {
    const index = m.index(0);
    m.mustBeSet(index);
    m.push(readLocal(m, m.local(index), index));
  },
  'local.set': (m) => writeLocal(m, m.local(m.index(0)), m.index(0)),
  'local.addr': (m: Machine) => {
    const index = m.index(0);
    const local = m.local(index);
    if (local.kind !== 'memory') wrongKind(m, local);
    const closure = mayBeClosure(m, local, index < m.type.params.length);
    pushVariable(m, local, true, closure);
  },
  'up.addr': (m: Machine) => {
    const { local, isParameter } = outer(m, 'memory');
    const closure = mayBeClosure(m, local, isParameter);
    pushVariable(m, local, false, closure);
  },
  'up.get': (m: Machine) => {
    const { local } = outer(m, 'address', 'readonly');
    m.pushAddress(local.type, local.kind === 'readonly', false);
  },
  'global.addr': (m) => m.pushAddress(m.context.spaces.globals[m.index(0)]!.type, false, false),
};
