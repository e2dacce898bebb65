/**
 * What instructions of a nest of loops do to what is known of their operands: whether they are the same in the next turn of the outer loop, and which integer or address they are.
 *
 * Only instructions that have a rule here may stand in a nest. None of them can fail but by what a rule says is to be checked.
 */
import { OPCODES, opcode } from '../../../bytecode/opcodes.ts';
import type { Operand, TypedInstruction } from '../../../bytecode/verify/operands.ts';
import { openArrayDataOffset } from '../../heap/layout.ts';
import type { RuntimeType } from '../../types/runtime-type.ts';
import { fixedCount, lowest } from '../array-shape.ts';
import type { FrameShape } from '../frame.ts';
import { type Program, typeOf } from '../program.ts';
import { openDimensions, revealed } from '../signature.ts';
import { MAX_TERMS } from './budget.ts';
import { type Root, rootOf } from './root.ts';
import { combine, constant, lengthOf, ofLocal, outerFactor, type Sum } from './sum.ts';

/** An address, as many open dimensions into its variable. */
export interface Place {
  readonly root: Root;
  readonly dimension: number;
  /** By how many bytes it goes on with the counter of the outer loop; undefined if that is not known. */
  readonly stride: bigint | undefined;
}

const placeOf = (root: Root): Place => ({ root, dimension: 0, stride: 0n });

export interface Value {
  /** It may be another one in the next turn of the outer loop, at the same point of that. */
  readonly varies: boolean;
  readonly sum?: Sum;
  readonly place?: Place;
}

/** What must hold wherever the instruction stands, and is not proved. */
export type Check =
  | { readonly kind: 'index'; readonly sum: Sum; readonly low: bigint; readonly count: Sum }
  | { readonly kind: 'range'; readonly sum: Sum; readonly lo: bigint; readonly hi: bigint }
  | { readonly kind: 'nil'; readonly local: number };

/** What a rule works on. */
export interface Subject {
  readonly program: Program;
  readonly shape: FrameShape;
  /** Whether the nest assigns a local. */
  isAssigned(local: number): boolean;
  read(local: number): Value;
  assign(local: number, value: Value): void;
  check(check: Check): void;
  load(place: Place): void;
  store(place: Place): void;
  /** It cannot be jammed. */
  refuse(): void;
}

export type Rule = (s: Subject, i: TypedInstruction, inputs: readonly Value[]) => Value | undefined;

const any = (inputs: readonly Value[]): boolean => inputs.some((v) => v.varies);
/** The same operands give the same result, and nothing else happens. */
const pure: Rule = (_, __, inputs) => ({ varies: any(inputs) });

const PURE = `bool.const real.const long.const nil drop bool.not bool.eq
  int.neg int.abs int.min int.max int.eq int.ne int.lt int.le int.gt int.ge int.of_bool
  word.and word.or word.xor word.not word.shift word.rotate word.lt word.le
  real.add real.sub real.mul real.div real.neg real.abs real.sqrt real.min real.max
  real.eq real.ne real.lt real.le real.gt real.ge real.of_int real.of_long
  long.add long.sub long.mul long.div long.neg long.abs long.sqrt long.min long.max
  long.eq long.ne long.lt long.le long.gt long.ge long.of_int long.of_real`;

const arithmetic =
  (kind: 'add' | 'sub' | 'mul'): Rule =>
  (_, __, [x, y]) => {
    const isShort = x!.sum && y!.sum && x!.sum.terms + y!.sum.terms <= MAX_TERMS;
    return { varies: x!.varies || y!.varies, sum: isShort ? combine(kind, x!.sum!, y!.sum!) : undefined };
  };

/** Of a divisor that is positive. */
const division: Rule = (s, i, inputs) => {
  const by = i.inputs[1];
  if (by?.k !== 'int' || by.lo <= 0n) s.refuse();
  return { varies: any(inputs) };
};

const within = (operand: Operand | undefined, lo: bigint, hi: bigint): boolean =>
  operand?.k === 'int' && operand.lo >= lo && operand.hi <= hi;

const range: Rule = (s, i, [x]) => {
  const [lo, hi] = i.immediates as readonly [bigint, bigint];
  if (!within(i.inputs[0], lo, hi)) {
    if (x!.sum) s.check({ kind: 'range', sum: x!.sum, lo, hi });
    else s.refuse();
  }
  return x;
};

const pointee = (s: Subject, operand: Operand | undefined): RuntimeType | undefined =>
  operand?.k === 'addr' ? typeOf(s.program, operand.type) : undefined;

const element: Rule = (s, i, [array, index]) => {
  const type = pointee(s, i.inputs[0]);
  const { place, varies } = array!;
  const result = { varies: varies || index!.varies };
  if (!place || !type) {
    s.refuse();
    return result;
  }
  const low = lowest(type);
  const isOpen = type.kind === 'openarray';
  const count = isOpen ? lengthOf(place.root, place.dimension) : constant(BigInt(fixedCount(type)));
  if (isOpen || !within(i.inputs[1], low, low + BigInt(fixedCount(type)) - 1n)) {
    if (index!.sum) s.check({ kind: 'index', sum: index!.sum, low, count });
    else s.refuse();
  }
  const stride = strideOf(s, type, place, index!);
  return { ...result, place: { ...place, stride, dimension: place.dimension + (isOpen ? 1 : 0) } };
};

function strideOf(s: Subject, array: RuntimeType, { stride }: Place, index: Value): bigint | undefined {
  if (!index.varies) return stride;
  const factor = index.sum && outerFactor(index.sum);
  const { size, bits } = s.program.layout.elementPlace(array);
  // A row of an open array has a length of its own.
  if (stride === undefined || factor === undefined || bits !== undefined || isOfRows(array)) return undefined;
  return stride + factor * BigInt(size);
}

function isOfRows(array: RuntimeType): boolean {
  return array.kind === 'openarray' && array.element.kind === 'openarray';
}

const get: Rule = (s, i) => {
  const local = i.immediates[0] as number;
  const known = s.read(local);
  const operand = i.outputs[0]!;
  if (known.sum || known.place || s.isAssigned(local)) return known;
  // Of a reference that says which local it is in.
  if (operand.k === 'int' || operand.k === 'ref') return { ...known, sum: ofLocal(local) };
  const type = pointee(s, operand);
  return type ? { ...known, place: placeOf(rootOf('address', local, type)) } : known;
};

const address: Rule = (s, i) => {
  const local = i.immediates[0] as number;
  const { type, words, offset } = s.shape.locals[local]!;
  const root = words.length > 0 ? rootOf('address', local, type) : rootOf('frame', local, type, offset!);
  return { varies: false, place: placeOf(root) };
};

/** Through a reference in a local that the nest does not assign: the instruction before it must be what reads that. */
const through =
  (offsetOf: (s: Subject, i: TypedInstruction, target: RuntimeType) => number): Rule =>
  (s, i, [reference]) => {
    const target = pointee(s, i.outputs[0]);
    const local = reference!.sum?.form;
    if (!target || local?.kind !== 'local') {
      s.refuse();
      return { varies: true };
    }
    s.check({ kind: 'nil', local: local.local });
    return {
      varies: false,
      place: placeOf(rootOf('heap', local.local, target, offsetOf(s, i, target))),
    };
  };

const RULES: Readonly<Record<string, Rule>> = {
  ...Object.fromEntries(PURE.split(/\s+/).map((name) => [name, pure])),
  'int.const': (_, i) => ({ varies: false, sum: constant(i.immediates[0] as bigint) }),
  'int.add': arithmetic('add'),
  'int.sub': arithmetic('sub'),
  'int.mul': arithmetic('mul'),
  'int.div': division,
  'int.mod': division,
  'check.range': range,
  dup: (_, __, [x]) => x,
  readonly: (_, __, [x]) => x,
  field: (_, __, [x]) => x,
  element,
  'array.length': (s, i, [array]) => {
    const { place, varies } = array!;
    const sum = place && lengthOf(place.root, place.dimension + (i.immediates[0] as number));
    if (!place) s.refuse();
    return { varies: varies && !place, sum };
  },
  'local.get': get,
  'local.set': (s, i, [x]) => {
    s.assign(i.immediates[0] as number, x!);
    return undefined;
  },
  'local.addr': address,
  'global.addr': (s, i) => {
    const type = pointee(s, i.outputs[0])!;
    const at = s.program.linked.globals[i.immediates[0] as number]!;
    return { varies: false, place: placeOf(rootOf('global', at, type)) };
  },
  deref: through((_, __, target) => {
    const dimensions = openDimensions(target);
    return dimensions === 0 ? 0 : openArrayDataOffset(dimensions);
  }),
  'object.field': through((s, i) => {
    const [type, field] = i.immediates as [number, number];
    return s.program.layout.fieldPlace(revealed(typeOf(s.program, type)), field).offset;
  }),
  load: (s, _, [from]) => {
    if (from!.place) s.load(from!.place);
    else s.refuse();
    return { varies: from!.varies };
  },
  store: (s, _, [to]) => {
    if (to!.place) s.store(to!.place);
    else s.refuse();
    return undefined;
  },
  br_if: () => undefined,
};

const byOpcode: readonly (Rule | undefined)[] = OPCODES.map(({ name }) => RULES[name]);

export function ruleOf(op: number): Rule | undefined {
  return byOpcode[op];
}
/** Whether an instruction may stand in a nest, outside of its structure. */
export function isStraight(op: number): boolean {
  return byOpcode[op] !== undefined;
}
export const [SET, GET, BR_IF] = ['local.set', 'local.get', 'br_if'].map((name) => opcode(name).code) as [
  number,
  number,
  number,
];
