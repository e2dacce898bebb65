/**
 * Which procedures may stand in the place of their calls: small ones that need nothing of a frame of their own.
 */
import { opcode } from '../../../bytecode/opcodes.ts';
import type { TypedInstruction } from '../../../bytecode/verify/operands.ts';
import type { FrameShape, LocalShape } from '../frame.ts';
import { collects } from '../plan.ts';
import { type Program, procedureTypeOf } from '../program.ts';
import { scalarType } from '../signature.ts';

export interface Callee {
  /** Index among the file's own procedures. */
  readonly own: number;
  readonly parameters: number;
  readonly locals: readonly LocalShape[];
  /** Without what is dead after the last instruction that is reached. */
  readonly instructions: readonly TypedInstruction[];
  /** Control leaves it at its end only: what it returns is the operand that is left there. Else `return` is a branch, and its operand goes through a local. */
  readonly straight: boolean;
  /** Nothing can be collected while it runs, up to a run-time error, after which its locals are not needed. */
  readonly quiet: boolean;
  /** It is run for longer than its size says. */
  readonly loops: boolean;
  /** Parameters that are assigned. */
  readonly assigned: ReadonlySet<number>;
  /** Locals that may be read before they are assigned. */
  readonly initialised: ReadonlySet<number>;
}

/** Bytes of bytecode beyond which a procedure is not looked at. */
export const MAX_BYTES = 160;
/** Instructions, likewise. */
export const MAX_INSTRUCTIONS = 64;

/** What handles exceptions, or belongs to nested procedures. */
const UNFIT = new Set(
  'try catch catch_all rethrow admit closure up.addr up.get lock unlock'.split(' ').map((name) => opcode(name).code),
);
const [RETURN, CALL, LOOP, GET, SET] = ['return', 'call', 'loop', 'local.get', 'local.set'].map(
  (name) => opcode(name).code,
);
const OPENS = new Set(['block', 'loop', 'if'].map((name) => opcode(name).code));
const END = opcode('end').code;

/** Undefined for procedures that are always called. */
export function calleeOf(
  p: Program,
  own: number,
  shape: FrameShape,
  instructions: readonly TypedInstruction[],
): Callee | undefined {
  const def = p.linked.module.procedures[own]!;
  const type = procedureTypeOf(p, def.type);
  const fits =
    def.parent === undefined &&
    !shape.enclosing &&
    instructions.length <= MAX_INSTRUCTIONS &&
    p.linked.module.units[def.unit]?.body !== own + p.importedProcedures &&
    (type.result === undefined || scalarType(type.result) !== undefined) &&
    shape.locals.every((l) => !l.def.captured && l.def.kind !== 'memory' && l.def.kind !== 'exception');
  if (!fits) return undefined;
  const assigned = new Set<number>();
  const seen = new Set<number>();
  const initialised = new Set<number>();
  let depth = 0;
  let quiet = true;
  let loops = false;
  let returns = 0;
  let last = -1;
  for (let at = 0; at < instructions.length; at++) {
    const i = instructions[at]!;
    if (OPENS.has(i.op)) depth++;
    else if (i.op === END) depth--;
    if (i.unreachable) continue;
    if (UNFIT.has(i.op) || (i.op === CALL && i.immediates[0] === own + p.importedProcedures)) return undefined;
    if (collects(i)) quiet = false;
    if (i.op === LOOP) loops = true;
    if (i.op === RETURN) {
      returns++;
      if (depth === 0 && i.height === 0) last = at;
    }
    if (i.op !== GET && i.op !== SET) continue;
    const local = i.immediates[0] as number;
    if (i.op === SET) assigned.add(local);
    if (!seen.has(local) && (i.op === GET || depth > 0)) initialised.add(local);
    seen.add(local);
  }
  const end = instructions[instructions.length - 1]!;
  if (end.unreachable && returns === 0) return undefined;
  // What comes after a `return` that is in no block is dead.
  const straight = returns === 0 || (returns === 1 && last >= 0);
  const length = !straight ? instructions.length : last >= 0 ? last : instructions.length - 1;
  return {
    own,
    parameters: type.params.length,
    locals: shape.locals,
    instructions: instructions.slice(0, length),
    straight,
    quiet,
    loops,
    assigned,
    initialised,
  };
}
