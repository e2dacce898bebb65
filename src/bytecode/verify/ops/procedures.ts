/** Procedure values, calls, methods; and what a call means for EPHEMERAL, FUNCTIONAL and RAISES. */
import type { MethodDef, ProcedureTypeDef, TypeIndex } from '../../types.ts';
import type { Machine } from '../machine.ts';
import { admits, BOOL, isScalar, isSubtype, operandOf, resolve, sameHeading, sameType } from '../relations.ts';
import type { Rules } from './rule.ts';

/** Arguments, last first, then the address for an aggregate result. Pushes a scalar result. */
function call(m: Machine, type: ProcedureTypeDef, what: string, receiver?: TypeIndex): void {
  if (m.functional && !type.functional) m.fail('B2603', `${what} is not FUNCTIONAL, but this procedure is`);
  if (m.ephemeral && !type.ephemeral && !type.functional)
    m.fail('B2601', `${what} is not EPHEMERAL, but this procedure is`);
  for (let i = type.params.length - 1; i >= 0; i--) {
    const { mode, type: wanted } = type.params[i]!;
    if (mode === 'value' && isScalar(m.context.table, wanted)) {
      m.mustAssign(m.pop(), wanted, true);
      continue;
    }
    const address = m.popVariable(wanted);
    m.mustHandOn(address);
    if (mode === 'var') m.mustWrite(address);
  }
  if (receiver !== undefined) m.popRefTo(receiver);
  const { result } = type;
  const scalar = result === undefined ? undefined : operandOf(m.context.table, result);
  if (result !== undefined && !scalar) m.mustWrite(m.popVariable(result));
  m.mayRaiseOf(type);
  if (scalar) m.push(scalar);
}

/** A nested procedure can be named where its environment, a frame of its parent, is this frame or one around it. */
function mustBeInScope(m: Machine, parent: number, name: string): void {
  const { module, spaces } = m.context;
  const needed = parent - spaces.importedProcedures;
  for (let at = m.position; ; ) {
    if (at === needed) break;
    const up = module.procedures[at]!.parent;
    if (up === undefined) m.fail('B2502', `${name} is nested in a procedure that is not around this one`);
    at = up - spaces.importedProcedures;
  }
}

function mustHaveSet(m: Machine, proc: number): void {
  const { module, spaces, needs } = m.context;
  for (const { procedure, local } of needs[proc - spaces.importedProcedures]!) {
    if (procedure === m.position && !m.isSet[local]) {
      m.fail(
        'B2208',
        `${module.procedures[proc - spaces.importedProcedures]!.name} uses local ${local}, which is not set on every path to here`,
      );
    }
  }
}

function method(m: Machine): { def: MethodDef; type: ProcedureTypeDef } {
  const object = m.typeOf(0, 'object');
  const def = object.methods[m.index(1)];
  if (!def)
    m.fail('B2306', `${m.typeName(m.index(0))} has ${object.methods.length} methods, none with number ${m.index(1)}`);
  return { def, type: m.context.spaces.types[def.signature] as ProcedureTypeDef };
}

export const PROCEDURES: Rules = {
  'proc.const': (m: Machine) => {
    const item = m.context.spaces.procedures[m.index(0)]!;
    if (item.own?.parent !== undefined) m.fail('B2502', `${item.name} is nested; its value is a closure`);
    m.push({ k: 'proc', type: item.type, closure: false });
  },
  closure: (m: Machine) => {
    const item = m.context.spaces.procedures[m.index(0)]!;
    if (item.own?.parent === undefined) m.fail('B2502', `${item.name} is not nested; its value is proc.const`);
    mustBeInScope(m, item.own.parent, item.name);
    mustHaveSet(m, m.index(0));
    m.push({ k: 'proc', type: item.type, closure: true });
  },
  'proc.eq': (m: Machine) => {
    m.popProc();
    m.popProc();
    m.push(BOOL);
  },
  'proc.toplevel': (m: Machine) => {
    m.push({ ...m.popProc(), closure: false });
  },
  call: (m: Machine) => {
    const item = m.context.spaces.procedures[m.index(0)]!;
    if (item.own?.parent !== undefined) {
      mustBeInScope(m, item.own.parent, item.name);
      mustHaveSet(m, m.index(0));
    }
    call(m, m.context.spaces.types[item.type] as ProcedureTypeDef, item.name);
  },
  'call.value': (m: Machine) => {
    const type = m.typeOf(0, 'procedure');
    const value = m.popProc();
    if (!sameType(m.context.table, value.type, m.index(0))) {
      m.fail('B2504', `call.value wants a ${m.typeName(m.index(0))}, found ${m.name(value)}`);
    }
    call(m, type, `a ${m.typeName(m.index(0))}`);
  },
  'call.method': (m: Machine) => {
    const { def, type } = method(m);
    call(m, type, `method ${def.name}`, m.index(0));
  },
  'method.const': (m: Machine) => {
    const { def, type } = method(m);
    const value = resolve(m.context.table, m.index(2));
    if (value.kind !== 'procedure') m.fail('B2305', `${m.typeName(m.index(2))} is no procedure type`);
    const receiver = value.params[0];
    const fits =
      receiver?.mode === 'value' &&
      isSubtype(m.context.table, receiver.type, m.index(0)) &&
      sameHeading(m.context.table, value, type, 1) &&
      admits(value, type);
    if (!fits) m.fail('B2504', `${m.typeName(m.index(2))} is not the type of method ${def.name} with its receiver`);
    m.push({ k: 'proc', type: m.index(2), closure: false });
  },
};
