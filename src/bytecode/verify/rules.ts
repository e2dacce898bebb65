/** The rule of every instruction, by opcode. */
import { OPCODES } from '../opcodes.ts';
import { ARRAYS } from './ops/arrays.ts';
import { CONSTANTS } from './ops/constants.ts';
import { CONTROL, STRUCTURE } from './ops/control.ts';
import { EXCEPTIONS, HANDLERS } from './ops/exceptions.ts';
import { LOCALS } from './ops/locals.ts';
import { MEMORY } from './ops/memory.ts';
import { BOOLEANS, FLOATS, INTEGERS } from './ops/numbers.ts';
import { PROCEDURES } from './ops/procedures.ts';
import { REFERENCES } from './ops/references.ts';
import type { Rule, Rules } from './ops/rule.ts';
import { SETS } from './ops/sets.ts';

const OPERATIONS: Rules = {
  ...CONTROL,
  ...EXCEPTIONS,
  ...CONSTANTS,
  ...LOCALS,
  ...MEMORY,
  ...ARRAYS,
  ...INTEGERS,
  ...BOOLEANS,
  ...FLOATS,
  ...SETS,
  ...REFERENCES,
  ...PROCEDURES,
};

const BLOCKS: Rules = { ...STRUCTURE, ...HANDLERS };

/** By opcode: the rule, and whether it also runs where no path arrives (block structure). */
export const RULES_BY_OPCODE: readonly { readonly rule: Rule; readonly always: boolean }[] = OPCODES.map(({ name }) => {
  const rule = BLOCKS[name] ?? OPERATIONS[name];
  if (!rule) throw new Error(`no verification rule for ${name}`);
  return { rule, always: name in BLOCKS };
});
