/**
 * Numbers of turns that run side by side in one register: where neighbours of a turn's operands are those of the turns after it, the engine has instructions that compute several at a
 * time. Each lane is computed as the number would be by itself.
 */
import { opcode } from '../../../bytecode/opcodes.ts';
import type { TypedInstruction } from '../../../bytecode/verify/operands.ts';
import type { FrameShape } from '../frame.ts';
import type { Nest } from './nest.ts';
import { GET, SET } from './rules.ts';
import type { Study } from './study.ts';

/** How an instruction differs that makes or takes several numbers. */
export type Lane =
  /** It works on all lanes: a load, or arithmetic. */
  | { readonly kind: 'all' }
  /** Its result is the same in all of them. */
  | { readonly kind: 'splat' }
  /** Its second operand becomes one of the lanes of the first. */
  | { readonly kind: 'join'; readonly lane: number }
  /** One of the lanes of its result. */
  | { readonly kind: 'part'; readonly lane: number };

export interface Lanes {
  /** Turns in one register. */
  readonly count: number;
  /** By instruction of the inner loop. */
  readonly lanes: ReadonlyMap<number, Lane>;
  /** Instructions that compute one number of the lanes, by the first of them: the last of them. They are done for each lane. */
  readonly single: ReadonlyMap<number, number>;
  /** Numbers of turns that the inner loop uses. */
  readonly locals: readonly number[];
}

const ALL: Lane = { kind: 'all' };
const SPLAT: Lane = { kind: 'splat' };

const codes = (names: string): ReadonlySet<number> => new Set(names.split(' ').map((name) => opcode(name).code));
const ARITHMETIC = codes(
  'real.add real.sub real.mul real.div real.neg real.abs real.sqrt long.add long.sub long.mul long.div long.neg long.abs long.sqrt',
);
const SLOW = codes('real.div real.sqrt long.div long.sqrt');
const LOAD = opcode('load').code;
const BYTES = 16;

/** Undefined where the inner loop does other things, too. */
export function lanesOf(
  shape: FrameShape,
  all: readonly TypedInstruction[],
  nest: Nest,
  study: Study,
): Lanes | undefined {
  const { own, varied, strides } = study;
  if (nest.entry.some((s) => s.sets.some((local) => own.has(local)))) return undefined;
  const lanes = new Map<number, Lane>();
  const single = new Map<number, number>();
  const isSlow = dividesInTurns(all, nest, study);
  const locals = new Set<number>();
  /** By operand height: what has left it. */
  const producers: number[] = [];
  /** By operand height: the first instruction on the way to what is there, if that makes nothing else. */
  const begins: (number | undefined)[] = [];
  let float: 'real' | 'long' | undefined;
  const isFloat = (i: TypedInstruction, k: string | undefined): boolean => {
    if (k !== 'real' && k !== 'long') return false;
    float ??= k;
    return float === k && i.outputs.length <= 1;
  };
  /** What is the same for all turns is put into all lanes; false where that leaves more than one number. */
  const spread = (inputs: readonly number[]): boolean =>
    inputs.every((at) => {
      if (!varied.has(at)) lanes.set(at, SPLAT);
      return varied.has(at) || all[at]!.outputs.length === 1;
    });
  const isOwnNumber = ({ immediates }: TypedInstruction): boolean =>
    own.has(immediates[0] as number) && isNumber(shape, immediates[0] as number);
  const sizeOf = { real: 4n, long: 8n } as const;
  for (const { from, to, sets } of nest.body) {
    if (!sets.some((local) => own.has(local))) continue;
    if (!sets.some((local) => isNumber(shape, local))) {
      if (all.slice(from, to).some((i) => i.op === GET && isOwnNumber(i))) return undefined;
      continue;
    }
    for (let at = from; at < to; at++) {
      const i = all[at]!;
      const inputs = i.inputs.map((_, n) => producers[i.height + n]!);
      const { k } = i.outputs[0] ?? {};
      if (inputs.length === 0) begins[i.height] = at;
      const isVector = varied.has(at) && k !== 'addr' && k !== 'int';
      if (i.op === SET) {
        if (sets.length > 1 || !isFloat(i, i.inputs[0]!.k)) return undefined;
        if (!spread(inputs)) return undefined;
        locals.add(i.immediates[0] as number);
      } else if (isVector) {
        if (!isFloat(i, k)) return undefined;
        if (i.op === GET) {
          const local = i.immediates[0] as number;
          if (!own.has(local)) return undefined;
          locals.add(local);
        } else if (i.op === LOAD) {
          const stride = strides.get(at);
          if (stride === undefined || stride * nest.outer.step.constant !== sizeOf[float!]) return undefined;
          lanes.set(at, ALL);
        } else if (ARITHMETIC.has(i.op)) {
          if (!spread(inputs)) return undefined;
          lanes.set(at, ALL);
        } else {
          const begin = begins[i.height];
          if (!isSlow || begin === undefined || !isOfIntegers(all, begin, at)) return undefined;
          single.set(begin, at);
        }
      }
      for (let n = 0; n < i.outputs.length; n++) producers[i.height + n] = at;
      if (i.outputs.length > 1) begins.fill(undefined, i.height, i.height + i.outputs.length);
    }
  }
  if (float === undefined) return undefined;
  return { count: BYTES / Number(sizeOf[float]), lanes, single, locals: [...locals] };
}

/**
 * Whether the numbers that turns compute wait for divisions or roots: the processor does these one after the other, but several lanes at a time. Then it pays to put into lanes what has
 * been computed for one alone, and nothing is gained without.
 */
export function dividesInTurns(all: readonly TypedInstruction[], { body }: Nest, { varied }: Study): boolean {
  return body.some(({ from, to }) => {
    for (let at = from; at < to; at++) if (SLOW.has(all[at]!.op) && varied.has(at)) return true;
    return false;
  });
}

function isNumber(shape: FrameShape, local: number): boolean {
  return shape.locals[local]!.type.kind === 'float' && shape.locals[local]!.def.kind === 'value';
}

/** Whether an instruction makes a number out of what is none. */
function isOfIntegers(all: readonly TypedInstruction[], from: number, to: number): boolean {
  return all
    .slice(from, to)
    .every(({ op, outputs }) => op !== SET && outputs.every(({ k }) => k !== 'real' && k !== 'long'));
}
