/** The verifier does with numbers and booleans what the opcode table says in words. */
import { describe, expect, test } from 'vitest';
import type { BytecodeError } from '../../../src/bytecode/errors.ts';
import { OPCODES, type OpcodeInfo } from '../../../src/bytecode/opcodes.ts';
import { assemble } from '../../../src/bytecode/text/assemble.ts';
import type { TypedInstruction } from '../../../src/bytecode/verify/operands.ts';
import { verifyProcedure } from '../../../src/bytecode/verify/verify.ts';

const PUSH: Readonly<Record<string, string>> = {
  int: 'int.const 1',
  bool: 'bool.const 1',
  real: 'real.const 1',
  long: 'long.const 1',
};
const words = (side: string | undefined) =>
  (side ?? '')
    .trim()
    .split(' ')
    .filter((w) => w !== '');

/** Instructions whose operands are all numbers and booleans, and which are not control. */
const simple = OPCODES.flatMap((info) => {
  const [before, after] = info.effect.split('->');
  const [inputs, outputs] = [words(before), words(after)];
  const plain = [...inputs, ...outputs].every((w) => w in PUSH) && outputs.length > 0;
  const immediates: Readonly<Record<string, string>> = {
    'check.range': '0 9',
    'int.const': '5',
    'bool.const': '1',
    'real.const': '1',
    'long.const': '1',
  };
  return plain && (info.immediates.length === 0 || info.name in immediates)
    ? [{ info, inputs, outputs, line: `${info.name} ${immediates[info.name] ?? ''}` }]
    : [];
});

function run(lines: readonly string[]): { error?: BytecodeError; seen: TypedInstruction[] } {
  const text = `extension "t"\nunit u module "M" {\n}\ntype V = procedure {\n}\nprocedure p "P" u V {\ncode {\n${lines.join('\n')}\nend\n}\n}`;
  const result = assemble(text);
  if ('error' in result) throw new Error(result.error.message);
  const seen: TypedInstruction[] = [];
  const error = verifyProcedure(result.module, 0, (i) => seen.push(i));
  return { seen, ...(error ? { error } : {}) };
}

const pushes = (kinds: readonly string[]) => kinds.map((k) => PUSH[k]!);
const find = (seen: readonly TypedInstruction[], info: OpcodeInfo) => seen.findLast((i) => i.op === info.code)!;

test('most of the table is arithmetic', () => expect(simple.length).toBeGreaterThan(75));

describe.each(simple)('$info.name: $info.effect', ({ info, inputs, outputs, line }) => {
  test('takes and leaves what the table says', () => {
    const { error, seen } = run(['nil', ...pushes(inputs), line, ...outputs.map(() => 'drop'), 'drop']);
    expect(error).toBeUndefined();
    const typed = find(seen, info);
    expect(typed.inputs.map((o) => o.k)).toEqual(inputs);
    expect(typed.outputs.map((o) => o.k)).toEqual(outputs);
    expect(typed.height).toBe(1);
    expect(typed.unreachable).toBe(false);
  });
});

describe.each(simple.filter((i) => i.inputs.length > 0))('$info.name: $info.effect', ({ inputs, line }) => {
  test('misses an operand', () => {
    expect(run([...pushes(inputs.slice(1)), line]).error?.code).toBe('B2207');
  });

  test('refuses operands of other classes', () => {
    inputs.forEach((kind, i) => {
      const others = Object.keys(PUSH).filter((k) => k !== kind);
      for (const other of others) expect(run([...pushes(inputs.with(i, other)), line]).error?.code).toBe('B2301');
    });
  });
});
