/**
 * Statements: assignment, calls, conditionals, blocks and aliases; loops, CASE and exceptions have files of their own.
 */
import type { Expr, Stmt } from '../../language/typed/tree.ts';
import type { VariableEntity } from '../../language/types/model.ts';
import { lowerCall, lowerCallStatement } from './calls.ts';
import { lowerCase, lowerTypecase } from './case.ts';
import { branchIf, isComposite } from './conditions.ts';
import { buildInto, buildTemporary } from './constructors.ts';
import { type Body, type Place, type Slot, typeIndex } from './context.ts';
import {
  hasAddress,
  holdPackedPath,
  isClosureParameter,
  isModuleLocal,
  isPackedPlace,
  isPlace,
  lowerStep,
  moduleLocalSlot,
  openTarget,
  pushPlace,
  readDesignator,
} from './designators.ts';
import { lowerLock, lowerRaise, lowerTryExcept, lowerTryFinally } from './exceptions.ts';
import { lowerAggregate, lowerTo, lowerValue } from './expressions.ts';
import { holdDesignator } from './held.ts';
import { lowerFor, lowerLoop, lowerRepeat, lowerWhile } from './loops.ts';
import { lowerExit, lowerReturn } from './returns.ts';
import { hasDefaults, isScalar, unpack } from './types.ts';
import { convertArray, sameType } from './values.ts';

type Node<K extends Stmt['kind']> = Extract<Stmt, { kind: K }>;

export function lowerStatements(body: Body, statements: readonly Stmt[]): void {
  for (const statement of statements) {
    if (!body.code.reachable) return;
    body.code.mark(statement.span);
    body.locals.scope(() => lowerStatement(body, statement));
  }
}

function lowerStatement(body: Body, statement: Stmt): void {
  switch (statement.kind) {
    case 'block':
      lowerBlock(body, statement);
      return;
    case 'assign':
      lowerAssignment(body, statement.target, statement.value);
      return;
    case 'eval':
      lowerEval(body, statement.expr);
      return;
    case 'inc':
      lowerStep(body, statement.target, statement.amount, 'int.add');
      return;
    case 'dec':
      lowerStep(body, statement.target, statement.amount, 'int.sub');
      return;
    case 'if':
      lowerIf(body, statement);
      return;
    case 'while':
      lowerWhile(body, statement);
      return;
    case 'repeat':
      lowerRepeat(body, statement);
      return;
    case 'loop':
      lowerLoop(body, statement);
      return;
    case 'exit':
      lowerExit(body);
      return;
    case 'for':
      lowerFor(body, statement);
      return;
    case 'case':
      lowerCase(body, statement);
      return;
    case 'typecase':
      lowerTypecase(body, statement);
      return;
    case 'with':
      lowerWith(body, statement);
      return;
    case 'tryExcept':
      lowerTryExcept(body, statement);
      return;
    case 'tryFinally':
      lowerTryFinally(body, statement);
      return;
    case 'raise':
      lowerRaise(body, statement);
      return;
    case 'return':
      lowerReturn(body, statement.value);
      return;
    case 'lock':
      lowerLock(body, statement);
      return;
    case 'assert':
      lowerAssert(body, statement);
      return;
  }
}

// ---------------------------------------------------------------- assignment

function lowerAssignment(body: Body, target: Expr, value: Expr): void {
  if (isScalar(target.type)) {
    // The designator comes before the value, and what is wrong with it, too.
    const matters = value.kind !== 'const' && value.kind !== 'variable';
    const opened = openTarget(body, target, matters);
    if (matters) opened.look();
    lowerTo(body, value, opened.type);
    opened.finish();
    return;
  }
  pushPlace(body, target);
  if (value.kind === 'call' && sameType(body, value.type, target.type)) {
    // The result is copied into the target when the callee returns, which is when it reads no variables any more.
    lowerCall(body, value, value.span);
    return;
  }
  if (isPlace(value) || value.kind === 'const' || value.kind === 'call') lowerAggregate(body, value, target.type);
  else convertArray(body, buildTemporary(body, value), target.type);
  body.code.emit('copy');
}

function lowerEval(body: Body, expr: Expr): void {
  if (expr.kind === 'call') {
    lowerCallStatement(body, expr, expr.span);
    return;
  }
  if (isScalar(expr.type)) lowerValue(body, expr);
  else lowerAggregate(body, expr);
  body.code.emit('drop');
}

function lowerAssert(body: Body, statement: Node<'assert'>): void {
  lowerValue(body, statement.condition);
  if (!statement.message) {
    body.code.mark(statement.span);
    body.code.emit('assert', body.program.text(latin1(statement.text)));
    return;
  }
  lowerTo(body, statement.message, statement.message.type);
  body.code.mark(statement.span);
  body.code.emit('assert_message');
}

/** The condition as it is written, for the message; what Latin-1 has not becomes a question mark. */
function latin1(text: string): string {
  return Array.from(text, (c) => (c.codePointAt(0)! > 0xff ? '?' : c)).join('');
}

// ---------------------------------------------------------------- conditionals

function lowerIf(body: Body, statement: Node<'if'>): void {
  const { code } = body;
  const [first] = statement.arms;
  if (first && statement.arms.length === 1 && !isComposite(first.condition)) {
    lowerValue(body, first.condition);
    const label = code.if();
    lowerStatements(body, first.body);
    if (statement.otherwise) {
      code.else(label);
      lowerStatements(body, statement.otherwise);
    }
    code.end(label);
    return;
  }
  // A chain of arms leaves through one block, so that a long one does not nest deeply.
  const done = code.block();
  for (const { condition, body: statements } of statement.arms) {
    code.mark(condition.span);
    const next = code.block();
    branchIf(body, condition, false, next);
    lowerStatements(body, statements);
    code.br(done);
    code.end(next);
  }
  lowerStatements(body, statement.otherwise ?? []);
  code.end(done);
}

// ---------------------------------------------------------------- variables of statements

/** Gives a variable that a statement declares its place. Value locals are those whose address nobody needs. */
function declareLocal(body: Body, variable: VariableEntity, type = variable.type): Extract<Slot, { kind: 'local' }> {
  const memory = !isScalar(type) || variable.captured || variable.addressTaken;
  const kind = memory ? 'memory' : 'value';
  const local = body.locals.declare(kind, typeIndex(body, unpack(type)), variable.name, variable.captured);
  const slot: Slot = { kind: 'local', localKind: kind, local, type: unpack(type), closure: false };
  body.slots.set(variable, slot);
  return slot;
}

/** The variable's place, which it is given now if it has none: a local that a FINALLY part declares is lowered twice and declared once. */
export function placeOf(body: Body, variable: VariableEntity, type = variable.type): Place {
  if (isModuleLocal(variable)) return moduleLocalSlot(body, variable);
  const slot = body.slots.get(variable);
  return slot?.kind === 'local' ? slot : declareLocal(body, variable, type);
}

export function isRegister(place: Place): boolean {
  return place.kind === 'local' && place.localKind === 'value';
}

export function pushAddressOf(body: Body, place: Place): void {
  if (place.kind === 'global') body.code.emit('global.addr', place.index);
  else body.code.emit('local.addr', place.local);
}

/** Stores the scalar that `pushValue` pushes. */
export function setPlace(body: Body, place: Place, pushValue: () => void): void {
  if (place.kind === 'local' && place.localKind === 'value') {
    pushValue();
    body.code.emit('local.set', place.local);
    return;
  }
  pushAddressOf(body, place);
  pushValue();
  body.code.emit('store');
}

function lowerBlock(body: Body, block: Node<'block'>): void {
  // An initial value may name variables declared further down; until theirs is computed they have the default of their types.
  for (const { variable } of block.locals) placeOf(body, variable);
  for (const { variable, init } of block.locals) {
    body.code.mark(variable.span);
    body.locals.scope(() => lowerLocal(body, variable, init));
  }
  lowerStatements(body, block.body);
}

function lowerLocal(body: Body, variable: VariableEntity, init: Expr | undefined): void {
  const { code } = body;
  const place = placeOf(body, variable);
  const push = (): void => pushAddressOf(body, place);
  if (!init) {
    if (body.loopDepth > 0 && hasDefaults(variable.type)) {
      push();
      code.emit('clear');
    }
    return;
  }
  if (isRegister(place)) setPlace(body, place, () => lowerTo(body, init, variable.type));
  else buildInto(body, push, unpack(variable.type), init);
}

// ---------------------------------------------------------------- WITH

function lowerWith(body: Body, statement: Node<'with'>): void {
  for (const { variable, value } of statement.bindings) {
    body.code.mark(value.span);
    bind(body, variable, value);
  }
  lowerStatements(body, statement.body);
}

function bind(body: Body, variable: VariableEntity, value: Expr): void {
  if (variable.alias && isPlace(value)) bindAlias(body, variable, value);
  else bindValue(body, variable, value);
}

function bindAlias(body: Body, variable: VariableEntity, value: Expr): void {
  if (value.kind === 'variable' && !variable.captured) {
    body.slots.set(variable, { kind: 'alias', of: value.variable });
    return;
  }
  if (variable.captured && !isAddressInFrame(body, value)) {
    bindHeld(body, variable, value);
    return;
  }
  if (isPackedPlace(body, value)) {
    body.slots.set(variable, { kind: 'packed', path: holdPackedPath(body, value) });
    return;
  }
  if (!hasAddress(body, value)) {
    bindValue(body, variable, value);
    return;
  }
  bindAddress(body, variable, () => pushPlace(body, value), variable.writable ? 'address' : 'readonly');
}

/** Can the place be kept as an address where nested procedures find it? Nothing of a module body can, nor can a parameter that holds a closure. */
function isAddressInFrame(body: Body, place: Expr): boolean {
  return body.procedure !== undefined && hasAddress(body, place) && !isClosureParameter(body, place);
}

function bindHeld(body: Body, variable: VariableEntity, designator: Expr): void {
  const { expr, parts } = holdDesignator(body, variable, designator);
  for (const part of parts)
    setPlace(body, placeOf(body, part.variable), () => lowerTo(body, part.value, part.variable.type));
  // What does not exist faults here, not where it is used.
  if (isPackedPlace(body, expr)) readDesignator(body, expr);
  else pushPlace(body, expr);
  body.code.emit('drop');
}

function bindValue(body: Body, variable: VariableEntity, value: Expr): void {
  if (isScalar(variable.type)) {
    setPlace(body, placeOf(body, variable), () => lowerTo(body, value, variable.type));
    return;
  }
  if (isModuleLocal(variable)) {
    const place = moduleLocalSlot(body, variable);
    buildInto(body, () => pushAddressOf(body, place), place.type, value);
    return;
  }
  // The value lies in a temporary that this statement keeps, or is a constant.
  bindAddress(body, variable, () => lowerAggregate(body, value, variable.type), 'readonly');
}

function bindAddress(body: Body, variable: VariableEntity, push: () => void, localKind: 'address' | 'readonly'): void {
  const known = body.slots.get(variable);
  const type = unpack(variable.type);
  const local =
    known?.kind === 'local'
      ? known.local
      : body.locals.declare(localKind, typeIndex(body, type), variable.name, variable.captured);
  push();
  body.code.emit('local.set', local);
  body.slots.set(variable, { kind: 'local', localKind, local, type, closure: false });
}
