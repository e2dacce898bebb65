/** The instruction that pushes the default value of a local, as the prologue of its procedure would give it. */
import { opcode } from '../../../bytecode/opcodes.ts';
import { T } from '../../../bytecode/types.ts';
import type { Operand, TypedInstruction } from '../../../bytecode/verify/operands.ts';
import type { RuntimeType } from '../../types/runtime-type.ts';
import { ordinalDefault } from '../defaults.ts';
import type { LocalShape } from '../frame.ts';
import { isBoolean } from '../signature.ts';

type Pushed = Pick<TypedInstruction, 'op' | 'immediates' | 'outputs'>;

function constant(name: string, immediates: TypedInstruction['immediates'], operand: Operand): Pushed {
  return { op: opcode(name).code, immediates, outputs: [operand] };
}

export function initialValue({ def, type }: LocalShape): Pushed {
  const base = unpacked(type);
  const value = ordinalDefault(base);
  switch (base.kind) {
    case 'ordinal':
      return isBoolean(base)
        ? constant('bool.const', [Number(value)], { k: 'bool' })
        : constant('int.const', [value], { k: 'int', lo: value, hi: value });
    case 'float':
      return base.def === 'real'
        ? constant('real.const', [0], { k: 'real' })
        : constant('long.const', [0], { k: 'long' });
    case 'set':
      return constant('set.const', [def.type, 0n], { k: 'set', type: def.type });
    case 'procedure':
    case 'procany':
      return constant('nil.proc', [def.type], { k: 'proc', type: def.type, closure: false });
    default:
      return constant('nil', [], { k: 'ref', type: T.NULL });
  }
}

function unpacked(type: RuntimeType): RuntimeType {
  let t = type;
  while (t.kind === 'packed') t = t.base;
  return t;
}
