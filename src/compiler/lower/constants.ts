/**
 * Constants. Scalars are pushed; aggregates become hidden variables that are filled once, before any unit's body runs.
 */
import type { ConstValue, SetType, Type } from '../../language/types/model.ts';
import { type Body, type HiddenGlobal, type Program, typeIndex } from './context.ts';
import { buildBigSetConstant, smallSetBits } from './sets.ts';
import { bounds, fixedArray, isScalar, shapeOf, unpack } from './types.ts';
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
      code.emit('proc.const', body.program.indices.procedure(value.proc));
      return { k: 'proc', type: value.proc.type, closure: false };
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

/** Stores a constant in the variable whose address `push` pushes. */
export function buildConstant(body: Body, push: () => void, value: ConstValue, type: Type): void {
  const { code } = body;
  if (value.kind === 'record' && type.kind === 'record') {
    value.fields.forEach((part, i) => {
      const field = type.fields[i]!;
      const immediates = [typeIndex(body, type), i];
      if (field.type.kind === 'packed') {
        push();
        lowerConstant(body, part, field.type.base);
        code.emit('field.set', ...immediates);
      } else {
        const pushField = (): void => {
          push();
          code.emit('field', ...immediates);
        };
        buildConstant(body, pushField, part, field.type);
      }
    });
    return;
  }
  if (value.kind === 'array' && type.kind === 'array') {
    const { lo } = bounds(type.index);
    value.elements.forEach((part, i) => {
      const pushElement = (): void => {
        push();
        code.emit('int.const', lo + BigInt(i));
      };
      if (type.element.kind === 'packed') {
        pushElement();
        lowerConstant(body, part, type.element.base);
        code.emit('element.set');
      } else {
        const pushAddress = (): void => {
          pushElement();
          code.emit('element');
        };
        buildConstant(body, pushAddress, part, type.element);
      }
    });
    return;
  }
  if (!isScalar(type)) {
    if (value.kind !== 'set') throw new Error(`a ${value.kind} constant of type ${type.kind}`);
    buildBigSetConstant(body, push, type, value.elements);
    return;
  }
  push();
  lowerConstant(body, value, type);
  code.emit('store');
}
