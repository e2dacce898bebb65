/** Blocks, branches, `return`. The rules of block structure also run where no path arrives. */
import { BLOCK_BOOL } from '../../opcodes.ts';
import type { Machine } from '../machine.ts';
import { BOOL, isScalar } from '../relations.ts';
import { endTry } from './exceptions.ts';
import type { Rules } from './rule.ts';

/** Leaves the innermost frame; what follows is reached when its end is. */
export function leaveFrame(m: Machine): void {
  const frame = m.frames.pop()!;
  m.reachable = frame.ended;
  if (frame.ended && frame.result) m.push(BOOL);
}

function begin(m: Machine, kind: 'block' | 'loop' | 'if'): void {
  if (m.reachable && kind === 'if') m.popBool();
  m.enter(kind, m.index(0) === BLOCK_BOOL);
}

/** A branch that takes no value. */
function branchWithout(m: Machine, label: number): void {
  const frame = m.target(label);
  if (frame.result && frame.kind !== 'loop') m.fail('B2205', `${m.info.name} ${label}: the block wants a BOOLEAN`);
  frame.ended ||= frame.kind !== 'loop';
}

export const STRUCTURE: Rules = {
  block: (m) => begin(m, 'block'),
  loop: (m) => begin(m, 'loop'),
  if: (m) => begin(m, 'if'),
  else: (m: Machine) => {
    if (m.innermost.kind !== 'if') m.fail('B2202', 'else without if');
    const frame = m.endArm();
    frame.kind = 'else';
    m.reachable = frame.entered;
  },
  end: (m: Machine) => {
    const kind = m.innermost.kind;
    const frame = m.endArm();
    if (kind === 'if') {
      if (frame.result) m.fail('B2205', 'an if that leaves a BOOLEAN has no else');
      frame.ended ||= frame.entered;
    } else if (kind === 'try' || kind === 'catch' || kind === 'catch_all') {
      endTry(m, frame);
    } else if (kind === 'procedure' && frame.ended && m.type.result !== undefined) {
      m.fail('B2206', 'a path falls off the end, but the procedure has a result');
    }
    leaveFrame(m);
  },
};

export const CONTROL: Rules = {
  br: (m: Machine) => {
    const frame = m.target(m.index(0));
    if (frame.result && frame.kind !== 'loop') m.popBool();
    frame.ended ||= frame.kind !== 'loop';
    m.stop();
  },
  br_if: (m: Machine) => {
    m.popBool();
    branchWithout(m, m.index(0));
  },
  br_table: (m: Machine) => {
    m.popInt();
    for (const label of m.immediates[1] as readonly number[]) branchWithout(m, label);
    m.stop();
  },
  return: (m: Machine) => {
    const { result } = m.type;
    if (result !== undefined) {
      if (isScalar(m.context.table, result)) m.mustAssign(m.pop(), result);
      else m.popVariable(result);
    }
    m.stop();
  },
  drop: (m: Machine) => {
    m.pop();
  },
  dup: (m: Machine) => {
    const operand = m.pop();
    m.push(operand);
    m.push(operand);
  },
};
