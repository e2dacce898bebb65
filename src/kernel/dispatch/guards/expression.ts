/**
 * What is known of a value while a guard's bytecode is followed: the instructions that compute it, and their canonical spelling.
 *
 * Two guards, of one extension or of two, compute the same thing from their arguments when the spellings are equal: types stand in it by their kernel-wide
 * number, parameters by their position in the event's parameters.
 */
import { OPCODES } from '../../../bytecode/opcodes.ts';
import type { TypedInstruction } from '../../../bytecode/verify/operands.ts';
import type { RuntimeType } from '../../types/runtime-type.ts';

export interface Expression {
  readonly text: string;
  /** Computes it, in the guard's own procedure. */
  readonly code: readonly TypedInstruction[];
  /** Its value may change when a handler runs: it lies in memory. */
  readonly memory: boolean;
  /** Spellings of the parts of it that may fault, itself included. */
  readonly hazards: ReadonlySet<string>;
  /** Positions, among the event's parameters, of what it is made of. */
  readonly parameters: ReadonlySet<number>;
  /** Depends on the guard's closure, so that every installation has another value. */
  readonly closure: boolean;
  readonly constant?: bigint;
  /** Elements of a set of constants. */
  readonly elements?: readonly bigint[];
}

const NONE: ReadonlySet<string> = new Set();
const NO_PARAMETERS: ReadonlySet<number> = new Set();

export function constant(value: bigint, i: TypedInstruction): Expression {
  return {
    text: String(value),
    code: [i],
    memory: false,
    hazards: NONE,
    parameters: NO_PARAMETERS,
    closure: false,
    constant: value,
  };
}

/** A parameter; `position` is negative for the closure. */
export function parameter(position: number, i: TypedInstruction): Expression {
  const closure = position < 0;
  return {
    text: `${OPCODES[i.op]!.name} $${position}`,
    code: [i],
    memory: false,
    hazards: NONE,
    parameters: closure ? NO_PARAMETERS : new Set([position]),
    closure,
  };
}

/** The result of an instruction without effects on these operands. */
export function applied(
  i: TypedInstruction,
  operands: readonly Expression[],
  typeOf: (index: number) => RuntimeType,
): Expression {
  const info = OPCODES[i.op]!;
  const immediates = i.immediates.map((value, n) =>
    info.immediates[n] === 'type' ? `T${typeOf(value as number).id}` : String(value),
  );
  const text = `(${[info.name, ...immediates, ...operands.map((o) => o.text)].join(' ')})`;
  const hazards = new Set(operands.flatMap((o) => [...o.hazards]));
  // An index that is proved to be in range does not fault, but to say so would be to know the code generator.
  if (info.faults) hazards.add(text);
  return {
    text,
    code: [...operands.flatMap((o) => o.code), i],
    memory: operands.some((o) => o.memory) || READS_MEMORY.has(info.name),
    hazards,
    parameters: new Set(operands.flatMap((o) => [...o.parameters])),
    closure: operands.some((o) => o.closure),
  };
}

const READS_MEMORY = new Set([
  'load',
  'field.get',
  'object.field.get',
  'object.field',
  'element.get',
  'deref',
  'array.length',
]);

/** Instructions whose result depends on their operands (and memory) alone. */
export const PURE = new Set([
  ...READS_MEMORY,
  'field',
  'element',
  'open',
  'fix',
  'subarray',
  'view',
  'view.array',
  'readonly',
  'int.add',
  'int.sub',
  'int.mul',
  'int.neg',
  'int.abs',
  'int.div',
  'int.mod',
  'int.min',
  'int.max',
  'check.range',
  'word.divide',
  'word.mod',
  'word.and',
  'word.or',
  'word.xor',
  'word.not',
  'word.shift',
  'word.rotate',
  'word.extract',
  'word.insert',
  'ref.eq',
  'word.lt',
  'word.le',
]);

/** The instructions at the heights that they have when nothing else is on the stack. */
export function standingAlone(code: readonly TypedInstruction[]): TypedInstruction[] {
  let height = 0;
  return code.map((i) => {
    const below = height - i.inputs.length;
    height = below + i.outputs.length;
    return { ...i, height: below };
  });
}
