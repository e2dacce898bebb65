/**
 * Integers that are a sum of multiples of locals: what indices in loops mostly are. Arithmetic is modulo 2**64, as that of the instructions is, so that nothing is said of bounds.
 */
import { opcode } from '../../../bytecode/opcodes.ts';
import type { TypedInstruction } from '../../../bytecode/verify/operands.ts';

/** What a loop does to a local: it adds constants at these assignments, which may be none; undefined if anything else. */
export type Movement = readonly { readonly at: number; readonly by: bigint }[] | undefined;

/** A constant; or by how much the value grows when a local that the loop moves grows by one, beside what the loop leaves alone. */
export interface Affine {
  readonly constant?: bigint;
  readonly terms: ReadonlyMap<number, bigint>;
}

const FIXED: Affine = { terms: new Map() };

/** Longer expressions are left where they are. */
const MAX_INSTRUCTIONS = 12;

const { code: GET } = opcode('local.get');
const { code: SET } = opcode('local.set');
const { code: CONST } = opcode('int.const');
const { code: ADD } = opcode('int.add');
const { code: SUB } = opcode('int.sub');
const { code: MUL } = opcode('int.mul');
const { code: RANGE } = opcode('check.range');

/** The integer that the instructions from `from` on leave for the first one with opcode `consumer`, if nothing else is among them; `to` is that one. */
export function affineOperand(
  all: readonly TypedInstruction[],
  from: number,
  consumer: number,
  movementOf: (local: number) => Movement,
): { value: Affine; to: number } | undefined {
  const stack: Affine[] = [];
  for (let at = from; at < from + MAX_INSTRUCTIONS; at++) {
    const i = all[at];
    if (!i || i.unreachable) return undefined;
    if (i.op === consumer && stack.length === 1) return { value: stack[0]!, to: at };
    const value = step(i, stack, movementOf);
    if (!value) return undefined;
    stack.push(value);
  }
  return undefined;
}

/** What the instruction leaves of what it takes from the stack. */
function step(i: TypedInstruction, stack: Affine[], movementOf: (local: number) => Movement): Affine | undefined {
  if (i.op === CONST) return { constant: i.immediates[0] as bigint, terms: FIXED.terms };
  if (i.op === GET) {
    if (i.outputs[0]?.k !== 'int') return undefined;
    const local = i.immediates[0] as number;
    const movement = movementOf(local);
    return movement && (movement.length === 0 ? FIXED : { terms: new Map([[local, 1n]]) });
  }
  // A value that passes the check is the same one.
  if (i.op === RANGE) return stack.pop();
  const y = stack.pop();
  const x = stack.pop();
  if (!x || !y) return undefined;
  if (i.op === ADD) return sum(x, y, 1n);
  if (i.op === SUB) return sum(x, y, -1n);
  return i.op === MUL ? product(x, y) : undefined;
}

function sum(x: Affine, y: Affine, sign: bigint): Affine {
  const constant =
    x.constant === undefined || y.constant === undefined
      ? undefined
      : BigInt.asIntN(64, x.constant + sign * y.constant);
  const terms = new Map(x.terms);
  for (const [local, factor] of y.terms) terms.set(local, (terms.get(local) ?? 0n) + sign * factor);
  return { constant, terms };
}

function product(x: Affine, y: Affine): Affine | undefined {
  if (x.constant !== undefined && y.constant !== undefined)
    return { constant: BigInt.asIntN(64, x.constant * y.constant), terms: FIXED.terms };
  if (x.terms.size + y.terms.size === 0) return FIXED;
  const factor = x.constant ?? y.constant;
  if (factor === undefined) return undefined;
  const { terms } = x.terms.size > 0 ? x : y;
  return { terms: new Map([...terms].map(([local, f]) => [local, BigInt.asIntN(64, f * factor)])) };
}

/** What an assignment adds to its local, if it does just that. */
export function increment(all: readonly TypedInstruction[], at: number): bigint | undefined {
  const local = all[at]!.immediates[0];
  if (all[at]!.op !== SET) return undefined;
  const before = all[at - 1]?.op === RANGE ? at - 2 : at - 1;
  const [x, y, operation] = [all[before - 2], all[before - 1], all[before]];
  const isLocal = (i: TypedInstruction | undefined): boolean => i?.op === GET && i.immediates[0] === local;
  const constant = (i: TypedInstruction | undefined): bigint | undefined =>
    i?.op === CONST ? (i.immediates[0] as bigint) : undefined;
  if (operation?.op === ADD) return isLocal(x) ? constant(y) : isLocal(y) ? constant(x) : undefined;
  const taken = operation?.op === SUB && isLocal(x) ? constant(y) : undefined;
  return taken === undefined ? undefined : -taken;
}
