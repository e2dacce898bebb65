/**
 * Which procedures never have more than a few small frames of the engine above them: they call, directly, a few small procedures of the file that do so themselves, and nothing whose
 * callee is found at run time. Recursion passes others, each of which takes a part of the shadow stack (`engine-frame.ts`); what these need fits into what is left of the engine's then.
 */
import { nextInstruction } from '../../bytecode/code.ts';
import { ByteReader } from '../../bytecode/leb.ts';
import { opcode } from '../../bytecode/opcodes.ts';
import type { Program } from './program.ts';

/** Calls in each other. */
const MOST_LEVELS = 8;
/** Of each procedure. */
const MOST_BYTES = 1000;
const MOST_LOCALS = 64;

const [CALL, CALL_VALUE, CALL_METHOD] = ['call', 'call.value', 'call.method'].map((name) => opcode(name).code);
const DEEP = Number.POSITIVE_INFINITY;

interface Visit {
  readonly own: number;
  readonly callees: readonly number[];
  next: number;
  level: number;
}

/** `own`: index among the file's own procedures. All procedures of a file together are read once. */
export function isShallow(p: Program, own: number): boolean {
  const { levels } = p;
  const path: Visit[] = [];
  const enter = (callee: number): void => {
    // Until it is known. Who comes here again meanwhile is recursive.
    levels.set(callee, DEEP);
    const callees = calleesOf(p, callee);
    if (callees) path.push({ own: callee, callees, next: 0, level: 0 });
  };
  if (!levels.has(own)) enter(own);
  while (path.length > 0) {
    const visit = path[path.length - 1]!;
    const callee = visit.callees[visit.next];
    const level = callee === undefined ? undefined : levels.get(callee);
    if (callee === undefined) {
      levels.set(visit.own, visit.level <= MOST_LEVELS ? visit.level : DEEP);
      path.pop();
    } else if (level === undefined) enter(callee);
    else {
      visit.level = Math.max(visit.level, level + 1);
      visit.next = level === DEEP ? visit.callees.length : visit.next + 1;
    }
  }
  return levels.get(own)! !== DEEP;
}

/** Undefined for a procedure that is big, or calls others than some of the file's own. */
function calleesOf(p: Program, own: number): readonly number[] | undefined {
  const { linked, functions, importedProcedures } = p;
  const { code, locals } = linked.module.procedures[own]!;
  if (code.length > MOST_BYTES || locals.length > MOST_LOCALS || !functions[own]) return undefined;
  const callees = new Set<number>();
  for (const input = new ByteReader(code); input.remaining > 0; ) {
    const { op, immediates } = nextInstruction(input);
    if (op === CALL_VALUE || op === CALL_METHOD) return undefined;
    if (op !== CALL) continue;
    const proc = immediates[0] as number;
    const callee = proc - importedProcedures;
    // An event may have any handlers.
    if (callee < 0 || linked.exported.has(proc) || linked.slots[proc] !== linked.codeSlots[callee]) return undefined;
    callees.add(callee);
  }
  return [...callees];
}
