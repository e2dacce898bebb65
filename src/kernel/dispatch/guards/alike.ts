/**
 * Guards that are the same but for constants that they compare something with (`port = 80 AND length > 10`, `port = 443 AND length > 10`): one function does for all of them
 * when it gets these constants as parameters.
 *
 * Instructions carry what the verifier has proved of their operands, and the code generator relies on that. So guards count as the same only when all of it is the same, too; and a constant, of which
 * each has its own, may go nowhere but into the comparison.
 */
import { OPCODES, opcode } from '../../../bytecode/opcodes.ts';
import type { Operand, TypedInstruction } from '../../../bytecode/verify/operands.ts';
import type { ProcedureCode } from './code.ts';

/** A constant that is a parameter of what is common: index of the instruction that pushes it, and of the comparison. */
export interface Use {
  readonly constant: number;
  readonly comparison: number;
  readonly value: bigint;
}

/** More stay what they are. */
const MOST_USES = 3;

/** Spelling of the guard with a blank for each of the constants. */
export function spelling(code: ProcedureCode, uses: readonly Use[]): string {
  const def = code.linked.module.procedures[code.own]!;
  const constants = new Set(uses.map((u) => u.constant));
  const comparisons = new Set(uses.map((u) => u.comparison));
  const parts = code.instructions.map((i, n) => {
    if (constants.has(n)) return 'constant';
    const inputs = comparisons.has(n) ? '' : i.inputs.map(spellOperand).join(',');
    const immediates = i.immediates.map(String).join(',');
    return `${i.op} ${immediates} ${inputs} ${i.outputs.map(spellOperand).join(',')} ${i.height} ${i.unreachable}`;
  });
  const locals = def.locals.map((l) => `${l.kind} ${l.type} ${l.captured}`);
  return [code.extension.number, def.unit, def.type, ...locals, ...parts].join(';');
}

function spellOperand(o: Operand): string {
  return Object.values(o)
    .map((part) => (part instanceof Set ? [...part].join(' ') : String(part)))
    .join(':');
}

/** Where a constant is pushed and an equality takes it at once, or after one parameter. */
export function usesOf(instructions: readonly TypedInstruction[]): Use[] {
  const uses = instructions.flatMap((i, n) => {
    if (OPCODES[i.op]!.name !== 'int.const') return [];
    const next = nameAt(instructions, n + 1);
    const after = next === 'local.get' ? 1 : 0;
    if (!EQUALITIES.has(after === 0 ? next : nameAt(instructions, n + 2))) return [];
    return [{ constant: n, comparison: n + 1 + after, value: i.immediates[0] as bigint }];
  });
  // Not both sides of one.
  return uses.filter((u, n) => u.comparison !== uses[n - 1]?.comparison).slice(0, MOST_USES);
}

const EQUALITIES: ReadonlySet<string> = new Set(['int.eq', 'int.ne']);

function nameAt(instructions: readonly TypedInstruction[], n: number): string {
  const i = instructions[n];
  return i ? OPCODES[i.op]!.name : '';
}

const ANY: Operand = { k: 'int', lo: -(2n ** 63n), hi: 2n ** 63n - 1n };

/** The guard's instructions with more parameters, behind its own `parameters`, in the place of the constants. */
export function withParameters(
  instructions: readonly TypedInstruction[],
  uses: readonly Use[],
  parameters: number,
): TypedInstruction[] {
  const constants = new Map(uses.map((u, n) => [u.constant, parameters + n]));
  const comparisons = new Set(uses.map((u) => u.comparison));
  return instructions.map((i, n) => {
    const parameter = constants.get(n);
    if (parameter !== undefined) return { ...i, op: opcode('local.get').code, immediates: [parameter], outputs: [ANY] };
    const kinds = OPCODES[i.op]!.immediates;
    const immediates = i.immediates.map((value, at) =>
      kinds[at] === 'local' && (value as number) >= parameters ? (value as number) + uses.length : value,
    );
    // What is compared with a constant may now be compared with anything.
    return { ...i, immediates, inputs: comparisons.has(n) ? [ANY, ANY] : i.inputs };
  });
}
