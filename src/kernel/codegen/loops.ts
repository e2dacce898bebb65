/**
 * The loops of a procedure that control comes to: one look at its instructions, for whoever wants to know more of them.
 */
import { OPCODES } from '../../bytecode/opcodes.ts';
import type { TypedInstruction } from '../../bytecode/verify/operands.ts';

export interface LoopShape {
  /** Number of the instruction that ends the loop. */
  readonly end: number;
  /** There is no other loop in it. */
  readonly innermost: boolean;
  /** One branch at most goes to its head, and no table of branches leaves it or goes there: its branches could give nothing back. */
  readonly simple: boolean;
  /** A table of branches leaves it or goes to its head. */
  readonly tabled: boolean;
}

/** A block that is open. */
interface Block {
  readonly begin: number;
  readonly isLoop: boolean;
  /** Branches to it. */
  branches: number;
  /** Number of blocks around the outermost one that a table of branches in it goes to. */
  tabled: number;
}

type Step = 'open' | 'loop' | 'end' | 'branch' | 'table' | undefined;

const STEPS: Readonly<Record<string, Step>> = {
  block: 'open',
  if: 'open',
  try: 'open',
  loop: 'loop',
  end: 'end',
  br: 'branch',
  br_if: 'branch',
  br_table: 'table',
};
const STEP_OF: readonly Step[] = OPCODES.map(({ name }) => STEPS[name]);

const NONE: ReadonlyMap<number, LoopShape> = new Map();

function begins({ op, unreachable }: TypedInstruction): boolean {
  return STEP_OF[op] === 'loop' && !unreachable;
}

/** By the instruction that begins them, inner ones first. Linear in the number of instructions and of labels. */
export function loopsOf(all: readonly TypedInstruction[]): ReadonlyMap<number, LoopShape> {
  if (!all.some(begins)) return NONE;
  const loops = new Map<number, LoopShape>();
  const blocks: Block[] = [];
  /** Where the last loop that has ended with none in it begins. */
  let last = -1;
  const open = (begin: number, isLoop: boolean): void => {
    blocks.push({ begin, isLoop, branches: 0, tabled: Number.POSITIVE_INFINITY });
  };
  const close = (end: number): void => {
    const closed = blocks.pop();
    if (!closed) return;
    const { begin, isLoop, branches, tabled } = closed;
    const around = blocks[blocks.length - 1];
    if (around && tabled < around.tabled) around.tabled = tabled;
    if (!isLoop) return;
    const innermost = last < begin;
    if (innermost) last = begin;
    const isTabled = tabled <= blocks.length;
    loops.set(begin, { end, innermost, simple: branches <= 1 && !isTabled, tabled: isTabled });
  };
  for (let at = 0; at < all.length; at++) {
    const i = all[at]!;
    const step = STEP_OF[i.op];
    if (step === undefined) continue;
    const inner = blocks.length - 1;
    if (step === 'open') open(at, false);
    else if (step === 'loop') open(at, !i.unreachable);
    else if (step === 'end') close(at);
    else if (step === 'branch') blocks[inner - (i.immediates[0] as number)]!.branches++;
    else {
      const block = blocks[inner]!;
      for (const label of i.immediates[1] as readonly number[]) block.tabled = Math.min(block.tabled, inner - label);
    }
  }
  return loops;
}
