/** Constants. */
import { T } from '../../types.ts';
import type { Machine } from '../machine.ts';
import type { Operand } from '../operands.ts';
import { BOOL, setSize } from '../relations.ts';
import type { Rules } from './rule.ts';

const SMALL = 64n;
const small: readonly Operand[] = Array.from({ length: Number(2n * SMALL) }, (_, i) => exactly(BigInt(i) - SMALL));

function exactly(value: bigint): Operand {
  return { k: 'int', lo: value, hi: value };
}

function constant(value: bigint): Operand {
  return value >= -SMALL && value < SMALL ? small[Number(value + SMALL)]! : exactly(value);
}

export const CONSTANTS: Rules = {
  'int.const': (m) => m.push(constant(m.int(0))),
  'bool.const': (m: Machine) => {
    if (m.index(0) > 1) m.fail('B2306', `a BOOLEAN is 0 or 1, not ${m.index(0)}`);
    m.push(BOOL);
  },
  'real.const': (m) => m.push({ k: 'real' }),
  'long.const': (m) => m.push({ k: 'long' }),
  'set.const': (m: Machine) => {
    const def = m.typeOf(0, 'set');
    const size = setSize(m.context.table.defs, def);
    if (size > 64) m.fail('B2405', `${m.typeName(m.index(0))} has ${size} elements and is no scalar`);
    if (BigInt.asUintN(64, m.int(1)) >> BigInt(size) !== 0n)
      m.fail('B2015', `the constant has elements beyond the ${size} of the type`);
    m.push({ k: 'set', type: m.index(0) });
  },
  nil: (m) => m.push({ k: 'ref', type: T.NULL }),
  'nil.proc': (m: Machine) => {
    m.typeOf(0, 'procedure', 'procany');
    m.push({ k: 'proc', type: m.index(0), closure: false });
  },
  'text.const': (m) => m.push({ k: 'ref', type: T.TEXT }),
};
