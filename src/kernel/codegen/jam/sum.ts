/**
 * Integers of a nest of loops as expressions: of what its locals are before it, of lengths of arrays, and of its two counters.
 *
 * Evaluated before the nest they wrap as the instructions do, so that they give what the instructions would. What they are between two values of a counter is another matter: an
 * expression that is linear in each counter lies, for all values of these, between what it is at the corners, as long as nothing in it wraps.
 */
import type { Root } from './root.ts';

export type Form =
  | { readonly kind: 'constant'; readonly value: bigint }
  /** A local that the nest does not assign. */
  | { readonly kind: 'local'; readonly local: number }
  | { readonly kind: 'length'; readonly root: Root; readonly dimension: number }
  | { readonly kind: 'outer' | 'inner' }
  | { readonly kind: 'add' | 'sub' | 'mul'; readonly x: Sum; readonly y: Sum };

export interface Sum {
  readonly form: Form;
  /** Its absolute value is at most this, as long as each of its terms is within TERM. */
  readonly most: number;
  readonly terms: number;
  /** In how many factors of a product the counters are. */
  readonly outer: number;
  readonly inner: number;
}

/** Terms are tested to lie within this, either way. */
export const TERM = 2n ** 30n;
const MOST_TERM = 2 ** 30;
const MOST_LENGTH = 2 ** 31;
/** No expression that is as large as this wraps. */
const MOST = 2 ** 62;

const leaf = (form: Form, most: number): Sum => ({ form, most, terms: 1, outer: 0, inner: 0 });

export const constant = (value: bigint): Sum => leaf({ kind: 'constant', value }, Math.abs(Number(value)));
export const ofLocal = (local: number): Sum => leaf({ kind: 'local', local }, MOST_TERM);
export const lengthOf = (root: Root, dimension: number): Sum => leaf({ kind: 'length', root, dimension }, MOST_LENGTH);
export const OUTER: Sum = { ...leaf({ kind: 'outer' }, MOST_TERM), outer: 1 };
export const INNER: Sum = { ...leaf({ kind: 'inner' }, MOST_TERM), inner: 1 };

export function combine(kind: 'add' | 'sub' | 'mul', x: Sum, y: Sum): Sum {
  if (x.form.kind === 'constant' && y.form.kind === 'constant')
    return constant(BigInt.asIntN(64, COMPUTE[kind](x.form.value, y.form.value)));
  const opposite = kind === 'add' ? 'sub' : kind === 'sub' ? 'add' : undefined;
  // What has been added is taken away again, or the other way round; or the opposite of a constant is added.
  if (x.form.kind === opposite && 'y' in x.form && keyOf(x.form.y) === keyOf(y)) return x.form.x;
  if (x.form.kind === kind && kind !== 'mul' && y.form.kind === 'constant' && x.form.y.form.kind === 'constant')
    if (y.form.value === -x.form.y.form.value) return x.form.x;
  const isProduct = kind === 'mul';
  return {
    form: { kind, x, y },
    most: isProduct ? x.most * y.most : x.most + y.most,
    terms: x.terms + y.terms,
    outer: isProduct ? x.outer + y.outer : Math.max(x.outer, y.outer),
    inner: isProduct ? x.inner + y.inner : Math.max(x.inner, y.inner),
  };
}

const COMPUTE = {
  add: (x: bigint, y: bigint): bigint => x + y,
  sub: (x: bigint, y: bigint): bigint => x - y,
  mul: (x: bigint, y: bigint): bigint => x * y,
} as const;

/** What it is where the counters are these. */
export function substitute(sum: Sum, outer: Sum, inner: Sum): Sum {
  const { form } = sum;
  if (sum.outer + sum.inner === 0) return sum;
  if (form.kind === 'outer') return outer;
  if (form.kind === 'inner') return inner;
  if (form.kind !== 'add' && form.kind !== 'sub' && form.kind !== 'mul') return sum;
  return combine(form.kind, substitute(form.x, outer, inner), substitute(form.y, outer, inner));
}

/** Whether it lies between what it is at the corners, given that its terms are within TERM. */
export function isBetweenCorners({ most, outer, inner }: Sum): boolean {
  return outer <= 1 && inner <= 1 && most <= MOST;
}

/** Whether that needs its terms to be within TERM: what is a single term, or the same in all turns, is what it is. */
export function needsTerms({ terms, outer, inner }: Sum): boolean {
  return terms > 1 && outer + inner > 0;
}

/** By how much it grows with the counter of the outer loop, if by a constant. */
export function outerFactor({ form, outer }: Sum): bigint | undefined {
  if (outer === 0) return 0n;
  if (form.kind === 'outer') return 1n;
  if (form.kind !== 'add' && form.kind !== 'sub' && form.kind !== 'mul') return undefined;
  const { x, y } = form;
  if (form.kind === 'mul') {
    const [by, of] = x.form.kind === 'constant' ? [x.form, y] : [y.form, x];
    const factor = by.kind === 'constant' ? outerFactor(of) : undefined;
    return factor === undefined || by.kind !== 'constant' ? undefined : factor * by.value;
  }
  const [a, b] = [outerFactor(x), outerFactor(y)];
  if (a === undefined || b === undefined) return undefined;
  return form.kind === 'add' ? a + b : a - b;
}

/** The same for the same expression. */
export function keyOf({ form }: Sum): string {
  switch (form.kind) {
    case 'constant':
      return `${form.value}`;
    case 'local':
      return `l${form.local}`;
    case 'length':
      return `${form.root.key}#${form.dimension}`;
    case 'outer':
    case 'inner':
      return form.kind;
    default:
      return `(${keyOf(form.x)} ${form.kind} ${keyOf(form.y)})`;
  }
}

/** Its terms that are no constants, each once. */
export function termsOf(sum: Sum, found = new Map<string, Sum>()): Map<string, Sum> {
  const { form } = sum;
  if (form.kind === 'add' || form.kind === 'sub' || form.kind === 'mul') {
    termsOf(form.x, found);
    termsOf(form.y, found);
  } else if (form.kind !== 'constant') found.set(keyOf(sum), sum);
  return found;
}
