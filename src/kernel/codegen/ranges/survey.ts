/**
 * What one look at the code of a procedure tells before it is analysed: which variables there are, where blocks end, which locals loops assign and how, and what is compared with what.
 */
import { OPCODES, opcode } from '../../../bytecode/opcodes.ts';
import type { TypedInstruction } from '../../../bytecode/verify/operands.ts';
import type { FrameShape } from '../frame.ts';
import { lastNotAfter } from '../search.ts';
import { ANY, type Range, verified } from './range.ts';
import { Variables } from './variables.ts';

/** How one assignment changes a local: by a step up or down, or to what lies within a range or is in another local. */
export interface Assignment {
  readonly at: number;
  readonly local: number;
  readonly step: 'up' | 'down' | undefined;
  readonly range: Range;
  /** Variable that it is a copy of; -1 for none. */
  readonly copied: number;
}

/** A comparison of two variables, the second -1 where the first is compared with something else or is a subscript. */
export interface Test {
  readonly at: number;
  readonly x: number;
  readonly y: number;
}

export interface Survey {
  readonly variables: Variables;
  /** Of each loop and `try`, the instruction that ends it. */
  readonly ends: ReadonlyMap<number, number>;
  readonly assignments: readonly Assignment[];
  readonly tests: readonly Test[];
}

/** Traits of instructions. */
const Is = { block: 1, check: 2, comparison: 4, subscript: 8, derived: 16, local: 32 } as const;

const TRAITS: Readonly<Record<keyof typeof Is, string>> = {
  block: 'block loop if try',
  check:
    'element element.get element.set subarray fix view copy check.range int.div int.mod int.abs word.divide word.mod word.shift word.extract word.insert set.in set.with set.with_range big.in big.include big.include_range new.open deref object.field object.field.get object.field.set lock unlock call.method text.cat',
  comparison: 'int.eq int.ne int.lt int.le int.gt int.ge',
  subscript: 'element element.get element.set',
  // The result has to do with the first operand, or with the second where that is no variable.
  derived: 'int.add int.sub int.min int.max array.length deref readonly check.range',
  local: 'local.get local.addr',
};

/** By opcode. */
const traits = Uint8Array.from(OPCODES, ({ name }) =>
  Object.entries(TRAITS).reduce(
    (all, [trait, names]) => (names.split(' ').includes(name) ? all | Is[trait as keyof typeof Is] : all),
    0,
  ),
);

const [END, LOCAL_GET, LOCAL_SET, CHECK_RANGE, ADD, SUB] = [
  'end',
  'local.get',
  'local.set',
  'check.range',
  'int.add',
  'int.sub',
].map((name) => opcode(name).code);

/** States are copied where ways part: variables times blocks must not grow beyond this. */
const MOST_BOUNDS = 2 ** 20;
const MOST_VARIABLES = 128;

/** Undefined where there is nothing to find out. */
export function survey(shape: FrameShape, all: readonly TypedInstruction[]): Survey | undefined {
  let blocks = 1;
  let checks = 0;
  for (const { op, unreachable } of all) {
    const is = traits[op]!;
    if (is & Is.block) blocks++;
    else if (is & Is.check && !unreachable) checks++;
  }
  if (checks === 0) return undefined;
  const variables = new Variables(shape, Math.min(MOST_VARIABLES, Math.ceil(MOST_BOUNDS / blocks)));
  const found = { variables, ends: new Map<number, number>(), assignments: [] as Assignment[], tests: [] as Test[] };
  look(all, found);
  variables.close();
  return variables.count === 0 ? undefined : found;
}

function look(
  all: readonly TypedInstruction[],
  {
    variables,
    ends,
    assignments,
    tests,
  }: Survey & { ends: Map<number, number>; assignments: Assignment[]; tests: Test[] },
): void {
  const open: number[] = [];
  /** By operand height: the variable that it stems from. */
  const stems: number[] = [];
  for (let at = 0; at < all.length; at++) {
    const i = all[at]!;
    const is = traits[i.op]!;
    if (is & Is.block) open.push(at);
    else if (i.op === END) ends.set(open.pop() ?? -1, at);
    if (i.unreachable) continue;
    const first = stems[i.height] ?? -1;
    const second = stems[i.height + 1] ?? -1;
    let result = -1;
    if (is & Is.local) {
      const local = i.immediates[0] as number;
      const own = variables.ofLocal(local);
      result = variables.lengthsOf(local)[0] ?? own;
    } else if (i.op === LOCAL_SET) assignments.push(assignment(variables, all, at));
    else if (is & Is.comparison) {
      if (first >= 0) tests.push({ at, x: first, y: second });
      else if (second >= 0) tests.push({ at, x: second, y: -1 });
    } else if (is & Is.subscript) {
      if (second >= 0) tests.push({ at, x: second, y: -1 });
    } else if (is & Is.derived) result = first >= 0 || i.inputs.length < 2 ? first : second;
    for (let n = 0; n < i.outputs.length; n++) stems[i.height + n] = result;
  }
}

function assignment(variables: Variables, all: readonly TypedInstruction[], at: number): Assignment {
  const set = all[at]!;
  const local = set.immediates[0] as number;
  variables.ofLocal(local);
  variables.lengthsOf(local);
  const operand = set.inputs[0];
  const range = operand?.k === 'int' ? verified(operand) : ANY;
  let last = at - 1;
  if (opOf(all, last) === CHECK_RANGE) last--;
  const op = opOf(all, last);
  if (op === LOCAL_GET) {
    const copied = variables.ofLocal(all[last]!.immediates[0] as number);
    return { at, local, step: undefined, range, copied };
  }
  const step = op === ADD || op === SUB ? stepOf(all, last, local) : undefined;
  return { at, local, step, range, copied: -1 };
}

/** Of local := local + x, x + local or local - x, where x is a constant or a local. */
function stepOf(all: readonly TypedInstruction[], at: number, local: number): Assignment['step'] {
  const sum = all[at]!;
  const isLocal = (i: number): boolean => opOf(all, i) === LOCAL_GET && all[i]!.immediates[0] === local;
  const isSimple = (i: number): boolean => all[i]?.inputs.length === 0 && all[i].outputs.length === 1;
  const adds = opOf(all, at) === ADD;
  let by: Range;
  if (isLocal(at - 2) && isSimple(at - 1)) by = verified(sum.inputs[1]);
  else if (adds && isSimple(at - 2) && isLocal(at - 1)) by = verified(sum.inputs[0]);
  else return undefined;
  // What may be negative hardly ever is.
  return by.hi <= 0 === adds ? 'down' : 'up';
}

function opOf(all: readonly TypedInstruction[], at: number): number | undefined {
  const i = all[at];
  return i && !i.unreachable ? i.op : undefined;
}

/** Those of the instructions after `begin` and before `end`. */
export function between<T extends { readonly at: number }>(
  all: readonly T[],
  begin: number,
  end: number,
): readonly T[] {
  const before = (n: number): number => lastNotAfter(all, (a) => a.at, n - 1) + 1;
  return all.slice(before(begin), before(end));
}
