/**
 * WHILE, REPEAT, LOOP and FOR.
 */
import { MAX_INTEGER, MIN_INTEGER } from '../../bytecode/types.ts';
import type { Expr, Stmt } from '../../language/typed/tree.ts';
import type { Type } from '../../language/types/model.ts';
import type { Label } from './code-builder.ts';
import { type Body, type Slot, typeIndex } from './context.ts';
import { lowerValue } from './expressions.ts';
import { declareLocal, localOf, lowerStatements, setLocal } from './statements.ts';
import { bounds, INTEGER, type Interval, integerSubrange, isBoolean, isOrdinal, ordinalBase } from './types.ts';
import { asInt, checkRange } from './values.ts';

type Node<K extends Stmt['kind']> = Extract<Stmt, { kind: K }>;

/** Runs `inside` as a loop that EXIT leaves through `exit`. */
function withLoop(body: Body, exit: Label, inside: () => void): void {
  body.surroundings.push({ kind: 'loop', exit });
  body.loopDepth++;
  inside();
  body.loopDepth--;
  body.surroundings.pop();
}

export function lowerWhile(body: Body, statement: Node<'while'>): void {
  const { code } = body;
  const exit = code.block();
  const top = code.loop();
  lowerValue(body, statement.condition);
  code.emit('bool.not');
  code.brIf(exit);
  withLoop(body, exit, () => lowerStatements(body, statement.body));
  code.br(top);
  code.end(top);
  code.end(exit);
}

export function lowerRepeat(body: Body, statement: Node<'repeat'>): void {
  const { code } = body;
  const exit = code.block();
  const top = code.loop();
  withLoop(body, exit, () => lowerStatements(body, statement.body));
  code.mark(statement.condition.span);
  lowerValue(body, statement.condition);
  code.emit('bool.not');
  code.brIf(top);
  code.end(top);
  code.end(exit);
}

export function lowerLoop(body: Body, statement: Node<'loop'>): void {
  const { code } = body;
  const exit = code.block();
  const top = code.loop();
  withLoop(body, exit, () => lowerStatements(body, statement.body));
  code.br(top);
  code.end(top);
  code.end(exit);
}

// ---------------------------------------------------------------- FOR

/**
 * The limit is computed once; the variable runs from the first value and never passes the limit, so there is no overflow at LAST(INTEGER).
 * The variable gets the narrowest type that is known to hold its values, which saves checks where it is an index.
 */
export function lowerFor(body: Body, statement: Node<'for'>): void {
  const { code } = body;
  const { variable, step } = statement;
  const from = evaluate(body, statement.from);
  const to = evaluate(body, statement.to);
  const range = variableRange(variable.type, step, from.interval, to.interval);
  // Where it is known that the loop does not run, evaluating its bounds was all there is to do.
  if (!range) return;
  const type = variableType(variable.type, range);
  const slot = body.slots.has(variable) ? localOf(body, variable) : declareLocal(body, variable, type);
  const counts = slot.localKind !== 'value' || isBoolean(type);
  // A variable in memory, or a BOOLEAN, is set from a counter.
  const counter = counts
    ? body.locals.temporary('value', typeIndex(body, integerSubrange(INTEGER, range.lo, range.hi)))
    : slot.local;
  const exit = code.block();
  if (!runsAtLeastOnce(step, from.interval, to.interval)) {
    from.push();
    to.push();
    code.emit(step > 0n ? 'int.gt' : 'int.lt');
    code.brIf(exit);
  }
  from.push();
  checkInterval(body, from.interval, range);
  code.emit('local.set', counter);
  const top = code.loop();
  if (counts) setLocal(body, slot, () => pushCounter(body, counter, slot));
  withLoop(body, exit, () => lowerStatements(body, statement.body));
  code.mark(statement.span);
  lowerAdvance(body, counter, step, to, range, exit);
  code.br(top);
  code.end(top);
  code.end(exit);
}

interface Bound {
  readonly interval: Interval;
  push(): void;
}

/** Evaluates a bound once: a constant is pushed anew each time, anything else is kept in a local. */
function evaluate(body: Body, expr: Expr): Bound {
  const { code } = body;
  if (expr.kind === 'const' && expr.value.kind === 'int') {
    const { value } = expr.value;
    return { interval: { lo: value, hi: value }, push: () => code.emit('int.const', value) };
  }
  const interval = asInt(body, lowerValue(body, expr));
  const narrow = interval.lo > MIN_INTEGER || interval.hi < MAX_INTEGER;
  const type = narrow ? integerSubrange(INTEGER, interval.lo, interval.hi) : INTEGER;
  const local = body.locals.temporary('value', typeIndex(body, type));
  code.emit('local.set', local);
  return { interval, push: () => code.emit('local.get', local) };
}

/** The values that the variable can have; undefined when none. */
function variableRange(type: Type, step: bigint, from: Interval, to: Interval): Interval | undefined {
  const [lo, hi] = step > 0n ? [from.lo, to.hi] : [to.lo, from.hi];
  if (lo > hi) return undefined;
  const base = isOrdinal(type) ? bounds(ordinalBase(type)) : { lo, hi };
  return { lo: lo < base.lo ? base.lo : lo, hi: hi > base.hi ? base.hi : hi };
}

function runsAtLeastOnce(step: bigint, from: Interval, to: Interval): boolean {
  return step > 0n ? from.hi <= to.lo : from.lo >= to.hi;
}

function variableType(type: Type, range: Interval): Type {
  if (!isOrdinal(type)) throw new Error(`FOR over ${type.kind}`);
  const base = ordinalBase(type);
  const { lo, hi } = bounds(base);
  return range.lo === lo && range.hi === hi ? base : integerSubrange(base, range.lo, range.hi);
}

function pushCounter(body: Body, counter: number, slot: Extract<Slot, { kind: 'local' }>): void {
  body.code.emit('local.get', counter);
  if (isBoolean(slot.type)) body.code.emit('bool.of_int');
}

function checkInterval(body: Body, value: Interval, range: Interval): void {
  checkRange(body, value, integerSubrange(INTEGER, range.lo, range.hi));
}

/** Leaves the loop if another step would pass the limit, else makes it. The distance to the limit fits a word, if not an INTEGER. */
function lowerAdvance(body: Body, counter: number, step: bigint, limit: Bound, range: Interval, exit: Label): void {
  const { code } = body;
  if (step === 1n || step === -1n) {
    code.emit('local.get', counter);
    limit.push();
    code.emit(step > 0n ? 'int.ge' : 'int.le');
  } else {
    if (step > 0n) {
      limit.push();
      code.emit('local.get', counter);
    } else {
      code.emit('local.get', counter);
      limit.push();
    }
    code.emit('int.sub');
    code.emit('int.const', BigInt.asIntN(64, step > 0n ? step : -step));
    code.emit('word.lt');
  }
  code.brIf(exit);
  code.emit('local.get', counter);
  code.emit('int.const', step);
  code.emit('int.add');
  const stepped = { lo: range.lo + step, hi: range.hi + step };
  const wraps = stepped.lo < MIN_INTEGER || stepped.hi > MAX_INTEGER;
  checkInterval(body, wraps ? { lo: MIN_INTEGER, hi: MAX_INTEGER } : stepped, range);
  code.emit('local.set', counter);
}
