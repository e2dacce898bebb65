/**
 * Constants. Scalars are pushed; aggregates become hidden variables that are filled once, before any unit's body runs.
 */
import { eventType } from '../../language/types/events.ts';
import type { ConstValue, RecordType, SetType, Type } from '../../language/types/model.ts';
import { type Body, type HiddenGlobal, type Program, typeIndex } from './context.ts';
import { buildBigSetConstant, smallSetBits } from './sets.ts';
import { bounds, fixedArray, isPacked, isScalar, shapeOf, unpack } from './types.ts';
import { operandOf, type Value } from './values.ts';

/** Pushes a scalar constant of that type. */
export function lowerConstant(body: Body, value: ConstValue, type: Type): Value {
  const { code } = body;
  const shape = shapeOf(type);
  switch (value.kind) {
    case 'int':
      if (shape === 'bool') {
        code.emit('bool.const', Number(value.value));
        return { k: 'bool' };
      }
      code.emit('int.const', value.value);
      return { k: 'int', lo: value.value, hi: value.value };
    case 'real':
      if (shape !== 'real' && shape !== 'long') throw new Error(`a ${shape} is no floating-point value`);
      pushFloat(body, shape, shape === 'real' ? Math.fround(value.value) : value.value);
      return operandOf(type);
    case 'text':
      code.emit('text.const', body.program.text(value.value));
      return operandOf(type);
    case 'nil':
      if (shape === 'proc') {
        code.emit('nil.proc', typeIndex(body, unpack(type)));
        return operandOf(type);
      }
      code.emit('nil');
      return { k: 'ref', type: NULL };
    case 'proc':
      if (value.method) {
        const { owner, index, type: methodType } = value.method;
        code.emit('method.const', typeIndex(body, owner), index, typeIndex(body, methodType));
        return operandOf(methodType);
      }
      code.emit('proc.const', body.program.indices.procedure(value.proc));
      return { k: 'proc', type: eventType(value.proc), closure: false };
    case 'set':
      code.emit('set.const', typeIndex(body, type), smallSetBits(type as SetType, value.elements));
      return { k: 'set' };
    default:
      throw new Error(`a ${value.kind} constant is not a scalar`);
  }
}

const NULL: Type = { kind: 'builtin', name: 'NULL' };

/** The format has finite constants only; infinities and NaN are what division by zero gives. */
function pushFloat(body: Body, kind: 'real' | 'long', value: number): void {
  const { code } = body;
  if (Number.isFinite(value)) {
    code.emit(`${kind}.const`, value);
    return;
  }
  code.emit(`${kind}.const`, Number.isNaN(value) ? 0 : Math.sign(value));
  code.emit(`${kind}.const`, 0);
  code.emit(`${kind}.div`);
}

/** Pushes the address of the hidden variable that holds an aggregate constant; says of which type it is (never an open array). */
export function pushConstantAggregate(body: Body, value: ConstValue, type: Type): Type {
  const { program } = body;
  const fixed = fixedType(value, type);
  const index = typeIndex(body, fixed);
  const same = program.constants.get(value) ?? [];
  let hidden = same.find((h) => program.types.index(h.type) === index);
  if (!hidden) {
    hidden = addHidden(program, { unit: body.unit, name: `constant${program.hidden.length}`, type: fixed, value });
    program.constants.set(value, [...same, hidden]);
  }
  body.code.emit('global.addr', hidden.index);
  return fixed;
}

export function addHidden(program: Program, hidden: Omit<HiddenGlobal, 'index'>): HiddenGlobal {
  const added = { ...hidden, index: program.ownGlobals + program.hidden.length };
  program.hidden.push(added);
  return added;
}

/** An array constant of open type, as the fixed array that it is. */
function fixedType(value: ConstValue, type: Type): Type {
  if (type.kind !== 'openarray' || value.kind !== 'array') return type;
  const first = value.elements[0];
  return fixedArray(value.elements.length, first ? fixedType(first, type.element) : type.element);
}

/** Pushes the address of a part of a constant's variable. */
type Push = (body: Body) => void;

/** Stores a constant in the variable whose address `push` pushes; `next` gives the body for the next scalar in it. */
export function buildConstant(next: () => Body, push: Push, value: ConstValue, type: Type): void {
  if (value.kind === 'record' && type.kind === 'record') {
    value.fields.forEach((part, i) => {
      buildField(next, push, part, type, i);
    });
    return;
  }
  if (value.kind === 'array' && type.kind === 'array') {
    const { lo } = bounds(type.index);
    value.elements.forEach((part, i) => {
      buildElement(next, push, part, type.element, lo + BigInt(i));
    });
    return;
  }
  const body = next();
  if (isScalar(type)) {
    push(body);
    lowerConstant(body, value, type);
    body.code.emit('store');
    return;
  }
  if (value.kind !== 'set') throw new Error(`a ${value.kind} constant of type ${type.kind}`);
  buildBigSetConstant(body, () => push(body), type, value.elements);
}

function buildField(next: () => Body, push: Push, value: ConstValue, record: RecordType, index: number): void {
  const { type } = record.fields[index]!;
  if (isPacked(type)) {
    const body = next();
    push(body);
    lowerConstant(body, value, type.base);
    body.code.emit('field.set', typeIndex(body, record), index);
    return;
  }
  const pushField: Push = (body) => {
    push(body);
    body.code.emit('field', typeIndex(body, record), index);
  };
  buildConstant(next, pushField, value, unpack(type));
}

function buildElement(next: () => Body, push: Push, value: ConstValue, type: Type, index: bigint): void {
  const pushIndex: Push = (body) => {
    push(body);
    body.code.emit('int.const', index);
  };
  if (isPacked(type)) {
    const body = next();
    pushIndex(body);
    lowerConstant(body, value, type.base);
    body.code.emit('element.set');
    return;
  }
  const pushElement: Push = (body) => {
    pushIndex(body);
    body.code.emit('element');
  };
  buildConstant(next, pushElement, value, unpack(type));
}
