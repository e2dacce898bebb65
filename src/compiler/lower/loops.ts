/**
 * WHILE, REPEAT, LOOP and FOR.
 */
import { MAX_INTEGER, MIN_INTEGER } from '../../bytecode/types.ts';
import type { Expr, Stmt } from '../../language/typed/tree.ts';
import type { Type } from '../../language/types/model.ts';
import type { Label } from './code-builder.ts';
import { branchIf } from './conditions.ts';
import { type Body, type Place, typeIndex } from './context.ts';
import { lowerValue } from './expressions.ts';
import { isRegister, lowerStatements, placeOf, setPlace } from './statements.ts';
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
  branchIf(body, statement.condition, false, exit);
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
  branchIf(body, statement.condition, false, top);
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
  const { variable } = statement;
  const from = evaluate(body, statement.from);
  const to = evaluate(body, statement.to);
  const step =
    typeof statement.step === 'bigint' ? constantBound(body, statement.step) : evaluate(body, statement.step);
  const range = variableRange(variable.type, step.interval, from.interval, to.interval);
  // Where it is known that the loop does not run, evaluating its bounds was all there is to do.
  if (!range) return;
  // Whose address is passed on has the type that others know it by.
  const type = variable.addressTaken ? variable.type : variableType(variable.type, range);
  const place = placeOf(body, variable, type);
  const counts = !isRegister(place) || isBoolean(type);
  // A variable in memory, or a BOOLEAN, is set from a counter.
  const counter = counts
    ? body.locals.temporary('value', typeIndex(body, integerSubrange(INTEGER, range.lo, range.hi)))
    : (place as Extract<Place, { kind: 'local' }>).local;
  const exit = code.block();
  if (!runsAtLeastOnce(step.interval, from.interval, to.interval)) {
    const pushBounds = (compare: string) => (): void => {
      from.push();
      to.push();
      code.emit(compare);
    };
    chooseBySign(body, step, pushBounds('int.gt'), pushBounds('int.lt'));
    code.brIf(exit);
  }
  from.push();
  checkInterval(body, from.interval, range);
  code.emit('local.set', counter);
  const top = code.loop();
  if (counts) setPlace(body, place, () => pushCounter(body, counter, place));
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
  if (expr.kind === 'const' && expr.value.kind === 'int') return constantBound(body, expr.value.value);
  const interval = asInt(body, lowerValue(body, expr));
  const narrow = interval.lo > MIN_INTEGER || interval.hi < MAX_INTEGER;
  const type = narrow ? integerSubrange(INTEGER, interval.lo, interval.hi) : INTEGER;
  const local = body.locals.temporary('value', typeIndex(body, type));
  code.emit('local.set', local);
  return { interval, push: () => code.emit('local.get', local) };
}

function constantBound(body: Body, value: bigint): Bound {
  return { interval: { lo: value, hi: value }, push: () => body.code.emit('int.const', value) };
}

/** Leaves a boolean, by one of two computations: for steps upward (also zero), and for steps downward. */
function chooseBySign(body: Body, step: Bound, up: () => void, down: () => void): void {
  const { code } = body;
  if (goesUp(step.interval)) {
    up();
    return;
  }
  if (goesDown(step.interval)) {
    down();
    return;
  }
  step.push();
  code.emit('int.const', 0n);
  code.emit('int.ge');
  const choice = code.ifBool();
  up();
  code.else(choice);
  down();
  code.end(choice);
}

function goesUp(step: Interval): boolean {
  return step.lo >= 0n;
}

function goesDown(step: Interval): boolean {
  return step.hi < 0n;
}

/** The values that the variable can have; undefined when none. */
function variableRange(type: Type, step: Interval, from: Interval, to: Interval): Interval | undefined {
  const lo = goesUp(step) || (!goesDown(step) && from.lo < to.lo) ? from.lo : to.lo;
  const hi = goesDown(step) || (!goesUp(step) && from.hi > to.hi) ? from.hi : to.hi;
  if (lo > hi) return undefined;
  const base = isOrdinal(type) ? bounds(ordinalBase(type)) : { lo, hi };
  return { lo: lo < base.lo ? base.lo : lo, hi: hi > base.hi ? base.hi : hi };
}

function runsAtLeastOnce(step: Interval, from: Interval, to: Interval): boolean {
  return (goesDown(step) || from.hi <= to.lo) && (goesUp(step) || from.lo >= to.hi);
}

function variableType(type: Type, range: Interval): Type {
  if (!isOrdinal(type)) throw new Error(`FOR over ${type.kind}`);
  const base = ordinalBase(type);
  const { lo, hi } = bounds(base);
  return range.lo === lo && range.hi === hi ? base : integerSubrange(base, range.lo, range.hi);
}

function pushCounter(body: Body, counter: number, place: Place): void {
  body.code.emit('local.get', counter);
  if (isBoolean(place.type)) body.code.emit('bool.of_int');
}

function checkInterval(body: Body, value: Interval, range: Interval): void {
  checkRange(body, value, integerSubrange(INTEGER, range.lo, range.hi));
}

/** Leaves the loop if another step would pass the limit, else makes it. */
function lowerAdvance(body: Body, counter: number, step: Bound, limit: Bound, range: Interval, exit: Label): void {
  const { code } = body;
  const pushCurrent = (): void => code.emit('local.get', counter);
  if (isUnit(step.interval)) {
    pushCurrent();
    limit.push();
    code.emit(goesUp(step.interval) ? 'int.ge' : 'int.le');
  } else {
    chooseBySign(
      body,
      step,
      () => isNearer(body, limit.push, pushCurrent, step.push),
      () => isNearer(body, pushCurrent, limit.push, () => pushNegative(body, step)),
    );
  }
  code.brIf(exit);
  pushCurrent();
  step.push();
  code.emit('int.add');
  const stepped = { lo: range.lo + step.interval.lo, hi: range.hi + step.interval.hi };
  const wraps = stepped.lo < MIN_INTEGER || stepped.hi > MAX_INTEGER;
  checkInterval(body, wraps ? { lo: MIN_INTEGER, hi: MAX_INTEGER } : stepped, range);
  code.emit('local.set', counter);
}

function isUnit({ lo, hi }: Interval): boolean {
  return lo === hi && (lo === 1n || lo === -1n);
}

/** Is `high` less than `step` above `low`? The distance fits a word, if not an INTEGER. */
function isNearer(body: Body, high: () => void, low: () => void, step: () => void): void {
  high();
  low();
  body.code.emit('int.sub');
  step();
  body.code.emit('word.lt');
}

function pushNegative(body: Body, step: Bound): void {
  if (step.interval.lo === step.interval.hi) {
    body.code.emit('int.const', BigInt.asIntN(64, -step.interval.lo));
    return;
  }
  body.code.emit('int.const', 0n);
  step.push();
  body.code.emit('int.sub');
}
