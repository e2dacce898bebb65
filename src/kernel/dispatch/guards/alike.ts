/**
 * Guards that are the same but for the constant that they compare the key with (`port = 80 AND length > 10`, `port = 443 AND length > 10`): one function does for all of them
 * when it gets the constant as a parameter.
 *
 * Instructions carry what the verifier has proved of their operands, and the code generator relies on that. So guards count as the same only when all of it is the same, too; and the constant, of which
 * each has its own, may go nowhere but into the comparison.
 */
import { OPCODES, opcode } from '../../../bytecode/opcodes.ts';
import type { Operand, TypedInstruction } from '../../../bytecode/verify/operands.ts';
import type { ProcedureCode } from './code.ts';

/** Index of the instruction, and of the comparison that takes what it pushes. */
interface Use {
  readonly constant: number;
  readonly comparison: number;
}

/** Spelling of the guard with a blank for the constant; undefined if it is not compared in a simple way. */
export function spelling(code: ProcedureCode, constant: bigint): string | undefined {
  const uses = usesOf(code.instructions, constant);
  if (uses.length === 0) return undefined;
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

/** Instructions that push the constant, where an equality takes it at once or after one parameter. */
function usesOf(instructions: readonly TypedInstruction[], constant: bigint): Use[] {
  return instructions.flatMap((i, n) => {
    if (OPCODES[i.op]!.name !== 'int.const' || i.immediates[0] !== constant) return [];
    const next = nameAt(instructions, n + 1);
    if (EQUALITIES.has(next)) return [{ constant: n, comparison: n + 1 }];
    return next === 'local.get' && EQUALITIES.has(nameAt(instructions, n + 2))
      ? [{ constant: n, comparison: n + 2 }]
      : [];
  });
}

const EQUALITIES: ReadonlySet<string> = new Set(['int.eq', 'int.ne']);

function nameAt(instructions: readonly TypedInstruction[], n: number): string {
  const i = instructions[n];
  return i ? OPCODES[i.op]!.name : '';
}

const ANY: Operand = { k: 'int', lo: -(2n ** 63n), hi: 2n ** 63n - 1n };

/** The guard's instructions with one parameter more, behind its own `parameters`, in the place of the constant. */
export function withParameter(
  instructions: readonly TypedInstruction[],
  constant: bigint,
  parameters: number,
): TypedInstruction[] {
  const uses = usesOf(instructions, constant);
  const constants = new Set(uses.map((u) => u.constant));
  const comparisons = new Set(uses.map((u) => u.comparison));
  return instructions.map((i, n) => {
    if (constants.has(n)) return { ...i, op: opcode('local.get').code, immediates: [parameters], outputs: [ANY] };
    const kinds = OPCODES[i.op]!.immediates;
    const immediates = i.immediates.map((value, at) =>
      kinds[at] === 'local' && (value as number) >= parameters ? (value as number) + 1 : value,
    );
    // What the key is compared with may now be anything.
    return { ...i, immediates, inputs: comparisons.has(n) ? [ANY, ANY] : i.inputs };
  });
}
