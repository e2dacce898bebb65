/**
 * CASE and TYPECASE.
 *
 * A CASE finds its arm through a jump table where the labels are dense, else by binary search; arms in great numbers are first numbered, then
 * divided, so that blocks nest no deeper than the format allows.
 */
import type { Stmt } from '../../language/typed/tree.ts';
import type { Type } from '../../language/types/model.ts';
import type { Label } from './code-builder.ts';
import { type Body, typeIndex } from './context.ts';
import { lowerValue } from './expressions.ts';
import { lowerStatements, placeOf, setPlace } from './statements.ts';
import { INTEGER } from './types.ts';
import { asInt, sameType } from './values.ts';

type Node<K extends Stmt['kind']> = Extract<Stmt, { kind: K }>;

interface Range {
  readonly lo: bigint;
  readonly hi: bigint;
  readonly arm: number;
}

/** Jump tables may have this many entries, and this many per label. */
const MAX_TABLE = 4096n;
const MAX_SPARSENESS = 4n;
/** Arms in one nest of blocks. */
const MAX_NEST = 128;

export function lowerCase(body: Body, statement: Node<'case'>): void {
  const { code, locals } = body;
  const ranges = statement.arms
    .flatMap(({ ranges }, arm) => ranges.map(({ lo, hi }): Range => ({ lo, hi, arm })))
    .filter(({ lo, hi }) => lo <= hi)
    .sort((a, b) => (a.lo < b.lo ? -1 : 1));
  const selector = locals.temporary('value', typeIndex(body, INTEGER));
  asInt(body, lowerValue(body, statement.selector));
  code.emit('local.set', selector);
  const otherwise = (): void => {
    if (statement.otherwise) lowerStatements(body, statement.otherwise);
    else {
      code.mark(statement.span);
      code.fault('UnhandledValueInCASEStatement');
    }
  };
  const arm = (index: number): void => lowerStatements(body, statement.arms[index]!.body);
  if (statement.arms.length <= MAX_NEST) {
    nest(body, statement.arms.length, arm, otherwise, (labels, none) => dispatch(body, selector, ranges, labels, none));
    return;
  }
  const number = locals.temporary('value', typeIndex(body, INTEGER));
  numberArms(body, selector, ranges, number, statement.arms.length);
  divide(body, number, 0, statement.arms.length, arm, otherwise);
}

/** Arms as nested blocks: `jump` branches to the label of an arm, or to `none`. */
function nest(
  body: Body,
  count: number,
  arm: (index: number) => void,
  otherwise: () => void,
  jump: (labels: readonly Label[], none: Label) => void,
): void {
  const { code } = body;
  const done = code.block();
  const none = code.block();
  const labels: Label[] = [];
  for (let i = count - 1; i >= 0; i--) labels[i] = code.block();
  jump(labels, none);
  for (let i = 0; i < count; i++) {
    code.end(labels[i]!);
    arm(i);
    code.br(done);
  }
  code.end(none);
  otherwise();
  code.end(done);
}

/** Branches to the label of the arm to which the selector belongs. */
function dispatch(body: Body, selector: number, ranges: readonly Range[], labels: readonly Label[], none: Label): void {
  const { code } = body;
  const first = ranges[0];
  const last = ranges.at(-1);
  if (!first || !last) {
    code.br(none);
    return;
  }
  const span = last.hi - first.lo + 1n;
  const dense = span <= MAX_TABLE && span <= MAX_SPARSENESS * BigInt(ranges.length) + 8n;
  if (dense && ranges.length > 2) {
    const table = new Array<Label>(Number(span)).fill(none);
    for (const { lo, hi, arm } of ranges) table.fill(labels[arm]!, Number(lo - first.lo), Number(hi - first.lo) + 1);
    code.emit('local.get', selector);
    code.brTable(first.lo, [...table, none]);
    return;
  }
  search(body, selector, ranges, ({ arm }) => code.br(labels[arm]!));
  code.br(none);
}

/** Finds the selector's range by binary search and calls `found` there; falls through when it is in none. */
function search(body: Body, selector: number, ranges: readonly Range[], found: (range: Range) => void): void {
  const { code } = body;
  if (ranges.length > 1) {
    const middle = ranges.length >> 1;
    code.emit('local.get', selector);
    code.emit('int.const', ranges[middle]!.lo);
    code.emit('int.lt');
    const label = code.if();
    search(body, selector, ranges.slice(0, middle), found);
    code.else(label);
    search(body, selector, ranges.slice(middle), found);
    code.end(label);
    return;
  }
  const range = ranges[0];
  if (!range) return;
  code.emit('local.get', selector);
  code.emit('int.const', range.lo);
  code.emit(range.lo === range.hi ? 'int.eq' : 'int.ge');
  const label = code.if();
  if (range.lo === range.hi) found(range);
  else {
    code.emit('local.get', selector);
    code.emit('int.const', range.hi);
    code.emit('int.le');
    const upper = code.if();
    found(range);
    code.end(upper);
  }
  code.end(label);
}

/** Sets `number` to the arm's position, or to `count` for none. */
function numberArms(body: Body, selector: number, ranges: readonly Range[], number: number, count: number): void {
  const { code } = body;
  code.emit('int.const', BigInt(count));
  code.emit('local.set', number);
  search(body, selector, ranges, ({ arm }) => {
    code.emit('int.const', BigInt(arm));
    code.emit('local.set', number);
  });
}

/** The arms from..to-1 by their numbers; what has none goes to `otherwise`, which stands once, in the rightmost part. */
function divide(
  body: Body,
  number: number,
  from: number,
  to: number,
  arm: (index: number) => void,
  otherwise: (() => void) | undefined,
): void {
  const { code } = body;
  if (to - from <= MAX_NEST) {
    nest(
      body,
      to - from,
      (i) => arm(from + i),
      otherwise ?? (() => {}),
      (labels, none) => {
        code.emit('local.get', number);
        code.brTable(BigInt(from), [...labels, none]);
      },
    );
    return;
  }
  const middle = (from + to) >> 1;
  code.emit('local.get', number);
  code.emit('int.const', BigInt(middle));
  code.emit('int.lt');
  const label = code.if();
  divide(body, number, from, middle, arm, undefined);
  code.else(label);
  divide(body, number, middle, to, arm, otherwise);
  code.end(label);
}

// ---------------------------------------------------------------- TYPECASE

/** The first arm with a type of which the reference is a member; NIL is a member of every one. */
export function lowerTypecase(body: Body, statement: Node<'typecase'>): void {
  const { code, locals } = body;
  const type = statement.selector.type;
  const selector = locals.temporary('value', typeIndex(body, type));
  lowerValue(body, statement.selector);
  code.emit('local.set', selector);
  const done = code.block();
  for (const { types, variable, body: statements } of statement.arms) {
    pushIsOneOf(body, selector, types);
    const label = code.if();
    if (variable) {
      setPlace(body, placeOf(body, variable), () => {
        code.emit('local.get', selector);
        if (!sameType(body, type, variable.type)) code.emit('narrow', typeIndex(body, variable.type));
      });
    }
    lowerStatements(body, statements);
    code.br(done);
    code.end(label);
  }
  if (statement.otherwise) lowerStatements(body, statement.otherwise);
  else {
    code.mark(statement.span);
    code.fault('UnhandledTypeInTYPECASEStatement');
  }
  code.end(done);
}

/** Is the reference a member of one of the types? */
function pushIsOneOf(body: Body, selector: number, [first, ...rest]: readonly Type[]): void {
  const { code } = body;
  code.emit('local.get', selector);
  code.emit('istype', typeIndex(body, first!));
  if (rest.length === 0) return;
  const label = code.ifBool();
  code.emit('bool.const', 1);
  code.else(label);
  pushIsOneOf(body, selector, rest);
  code.end(label);
}
