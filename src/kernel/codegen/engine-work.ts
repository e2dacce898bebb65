/**
 * What the engine's compilers have to do that grows with the product of two numbers: where ways meet, and at every loop, they look at each local of the function. Ten thousand locals
 * and as many loops are little bytecode, and minutes for the engine, in which nobody else runs.
 */
import { opcode } from '../../bytecode/opcodes.ts';
import type { TypedInstruction } from '../../bytecode/verify/operands.ts';

/** Functions with fewer are no matter. */
const MANY_LOCALS = 256;
/** How many locals of a file may be looked at, and so many more for each byte of its code: a second or two, and as much again for each megabyte or two. */
const LEAST = 2 ** 25;
const PER_BYTE = 64;
/** A loop is as much work as so many ways that meet. */
const LOOP_WORK = 4;

const MEETING = new Set(['block', 'if', 'else', 'try', 'catch', 'catch_all', 'br', 'br_if'].map((n) => opcode(n).code));
const LOOP = opcode('loop').code;
const TABLE = opcode('br_table').code;

export class EngineWork {
  #left: number;

  /** For a file with so many bytes of code. */
  constructor(bytes: number) {
    this.#left = LEAST + PER_BYTE * bytes;
  }

  /** Whether a function with so many locals, parameters among them, can be compiled beside those before it. */
  allows(locals: number, instructions: readonly TypedInstruction[]): boolean {
    if (locals < MANY_LOCALS) return true;
    let meetings = 0;
    for (const { op, immediates } of instructions) {
      if (MEETING.has(op)) meetings++;
      else if (op === LOOP) meetings += LOOP_WORK;
      else if (op === TABLE) meetings += (immediates[1] as readonly number[]).length;
    }
    this.#left -= locals * meetings;
    return this.#left >= 0;
  }
}
