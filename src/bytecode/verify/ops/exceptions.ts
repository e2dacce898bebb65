/** `try` and what raises. Which exceptions may be in flight is known exactly in one pass, for handlers follow the body that they guard. */
import { LIMITS } from '../../limits.ts';
import { T } from '../../types.ts';
import type { Frame, Machine, RaiseSet } from '../machine.ts';
import { ANY_EXCEPTION } from '../operands.ts';
import { addressOf, operandOf } from '../relations.ts';
import type { Rules } from './rule.ts';

/** Ends the arm before a handler: the body, or another handler. */
function beginHandler(m: Machine, kind: 'catch' | 'catch_all'): RaiseSet {
  const before = m.innermost.kind;
  if (before !== 'try' && before !== 'catch') m.fail('B2202', `${m.info.name} belongs to no try`);
  const frame = m.endArm();
  frame.kind = kind;
  frame.body ??= m.raising.pop()!;
  m.reachable = frame.entered;
  return frame.body;
}

/** At the end of a `try`: what no handler took goes on outward. The smaller set is merged into the larger. */
export function endTry(m: Machine, frame: Frame): void {
  const body = frame.body ?? m.raising.pop()!;
  if (body.isEmpty) return;
  const outer = m.raising.at(-1)!;
  const swap = body.exceptions.size > outer.exceptions.size;
  const [small, large] = swap ? [outer.exceptions, body.exceptions] : [body.exceptions, outer.exceptions];
  for (const [e, offset] of small) large.set(e, offset);
  outer.exceptions = large;
}

/** Stands for every set that is too large to be copied wherever it is raised again: no RAISES list is as long. */
const ANY_RAISED: ReadonlySet<number> = new Set([ANY_EXCEPTION]);

export const HANDLERS: Rules = {
  try: (m) => m.enter('try', false),
  catch: (m: Machine) => {
    const body = beginHandler(m, 'catch');
    const exception = m.index(0);
    body.exceptions.delete(exception);
    const { argument } = m.context.spaces.exceptions[exception]!;
    if (!m.reachable || argument === undefined) return;
    m.push(operandOf(m.context.table, argument) ?? addressOf(m.context.table, argument, true, false));
  },
  catch_all: (m: Machine) => {
    const body = beginHandler(m, 'catch_all');
    const raises = body.exceptions.size > LIMITS.raises ? ANY_RAISED : new Set(body.exceptions.keys());
    body.exceptions.clear();
    if (m.reachable) m.push({ k: 'exn', raises });
  },
};

export const EXCEPTIONS: Rules = {
  raise: (m: Machine) => {
    const exception = m.index(0);
    const { name, argument } = m.context.spaces.exceptions[exception]!;
    if (argument !== undefined) {
      if (operandOf(m.context.table, argument)) m.mustAssign(m.pop(), argument);
      else {
        m.popVariable(argument);
        if (m.ephemeral)
          m.fail('B2601', `${name} has an argument that is copied to the heap, but the procedure is EPHEMERAL`);
      }
    }
    m.mayRaise([exception]);
    m.stop();
  },
  rethrow: (m: Machine) => {
    m.mayRaise(m.popExn().raises!);
    m.stop();
  },
  // What RAISES does not admit becomes a run-time error, so nothing else gets out here.
  admit: (m: Machine) => {
    const held = m.popExn().raises!;
    const declared = m.type.raises;
    if (declared === 'any') m.mayRaise(held);
    else m.mayRaise(held.has(ANY_EXCEPTION) ? declared : declared.filter((e) => held.has(e)));
    m.stop();
  },
  fault: (m) => m.stop(),
  assert: (m) => m.popBool(),
  assert_message: (m: Machine) => {
    m.popRefTo(T.TEXT);
    m.popBool();
  },
};
