/**
 * Designators: pushing addresses, reading and writing variables.
 */
import type { Span } from '../../diagnostics/diagnostic.ts';
import type { Expr } from '../../language/typed/tree.ts';
import type { Type, VariableEntity } from '../../language/types/model.ts';
import { Refusal } from '../refusal.ts';
import { addHidden } from './constants.ts';
import { type Body, type PackedAccess, type PackedPath, type Slot, typeIndex } from './context.ts';
import { lowerAggregate, lowerTo, lowerValue } from './expressions.ts';
import { resolveHeld } from './held.ts';
import { bounds, INTEGER, isPacked, isScalar, unpack } from './types.ts';
import { asInt, checkRange, fromInt, operandOf, type Value } from './values.ts';

type IndexExpr = Extract<Expr, { kind: 'index' }>;

// ---------------------------------------------------------------- variables

/** A variable as the body sees it: its slot, and how many procedures outward its frame is. */
export interface Found {
  readonly slot: Exclude<Slot, { kind: 'alias' }>;
  readonly level: number;
}

export function findVariable(body: Body, variable: VariableEntity): Found {
  if (variable.role === 'global') {
    return { slot: { kind: 'global', index: body.program.indices.global(variable), type: variable.type }, level: 0 };
  }
  if (isModuleLocal(variable)) return { slot: moduleLocalSlot(body, variable), level: 0 };
  let level = 0;
  for (let at: Body | undefined = body; at; at = at.parent) {
    const slot = at.slots.get(variable);
    if (slot?.kind === 'alias') return findVariable(body, slot.of);
    if (slot) return { slot, level };
    level++;
  }
  throw new Error(`${variable.name} has no place that ${body.procedure?.name ?? 'this body'} could find`);
}

/** A variable of a module body that a procedure uses: it cannot live in a frame, for the body is no procedure around it. */
export function isModuleLocal(variable: VariableEntity): boolean {
  return variable.role !== 'global' && variable.owner === undefined && variable.captured && !variable.alias;
}

export function moduleLocalSlot(body: Body, variable: VariableEntity): Extract<Slot, { kind: 'global' }> {
  const { moduleLocals } = body.program;
  const { type, name } = variable;
  const hidden = moduleLocals.get(variable) ?? addHidden(body.program, { unit: body.unit, name, type: unpack(type) });
  moduleLocals.set(variable, hidden);
  return { kind: 'global', index: hidden.index, type: hidden.type };
}

/** Is it a local of this very procedure that lives in a register? */
function registerOf(body: Body, expr: Expr): Extract<Slot, { kind: 'local' }> | undefined {
  const place = resolveHeld(body, expr);
  if (place.kind !== 'variable') return undefined;
  const { slot, level } = findVariable(body, place.variable);
  return slot.kind === 'local' && slot.localKind === 'value' && level === 0 ? slot : undefined;
}

function pushVariableAddress(body: Body, { slot, level }: Found): void {
  const { code } = body;
  if (slot.kind === 'global') {
    code.emit('global.addr', slot.index);
    return;
  }
  if (slot.kind === 'packed') throw new Error('a packed place has no address');
  const holdsAddress = slot.localKind === 'address' || slot.localKind === 'readonly';
  if (level > 0) code.emit(holdsAddress ? 'up.get' : 'up.addr', level, slot.local);
  else code.emit(holdsAddress ? 'local.get' : 'local.addr', slot.local);
}

// ---------------------------------------------------------------- packed places

/** How the designator is reached when it is a packed field or element. */
function packedAccess(body: Body, designator: Expr): PackedAccess | undefined {
  const expr = resolveHeld(body, designator);
  switch (expr.kind) {
    case 'field': {
      if (!isPacked(expr.field.type)) return undefined;
      const immediates = [typeIndex(body, expr.recordType), expr.index];
      return { get: 'field.get', set: 'field.set', immediates, type: unpack(expr.field.type) };
    }
    case 'objectField': {
      if (!isPacked(expr.field.type)) return undefined;
      const immediates = [typeIndex(body, expr.owner), expr.index];
      return { get: 'object.field.get', set: 'object.field.set', immediates, type: unpack(expr.field.type) };
    }
    case 'index': {
      const array = expr.array.type;
      if ((array.kind !== 'array' && array.kind !== 'openarray') || !isPacked(array.element)) return undefined;
      return { get: 'element.get', set: 'element.set', immediates: [], type: unpack(array.element) };
    }
    default:
      return undefined;
  }
}

function packedAlias(body: Body, designator: Expr): PackedPath | undefined {
  const expr = resolveHeld(body, designator);
  if (expr.kind !== 'variable') return undefined;
  const { slot } = findVariable(body, expr.variable);
  return slot.kind === 'packed' ? slot.path : undefined;
}

export function isPackedPlace(body: Body, expr: Expr): boolean {
  return packedAlias(body, expr) !== undefined || packedAccess(body, expr) !== undefined;
}

function pushPath(body: Body, path: PackedPath): void {
  body.code.emit('local.get', path.base);
  if (path.index !== undefined) body.code.emit('local.get', path.index);
}

/** Evaluates what leads to a packed place and keeps it in locals, so that the place can be used again and again. */
export function holdPackedPath(body: Body, designator: Expr): PackedPath {
  const expr = resolveHeld(body, designator);
  const alias = packedAlias(body, expr);
  if (alias) return alias;
  const access = packedAccess(body, expr)!;
  const { code, locals } = body;
  if (expr.kind === 'objectField') {
    const base = locals.declare('value', typeIndex(body, expr.object.type), 'object');
    lowerValue(body, expr.object);
    code.emit('local.set', base);
    return { access, base };
  }
  const outer = expr.kind === 'field' ? expr.record : (expr as IndexExpr).array;
  const base = locals.declare(expr.writable ? 'address' : 'readonly', typeIndex(body, outer.type), 'base');
  pushPlace(body, outer);
  code.emit('local.set', base);
  if (expr.kind !== 'index') return { access, base };
  const index = locals.declare('value', typeIndex(body, INTEGER), 'index');
  asInt(body, lowerValue(body, expr.index));
  code.emit('local.set', index);
  return { access, base, index };
}

function pushPackedOperands(body: Body, designator: Expr): void {
  const expr = resolveHeld(body, designator);
  if (expr.kind === 'field') pushPlace(body, expr.record);
  else if (expr.kind === 'objectField') lowerValue(body, expr.object);
  else if (expr.kind === 'index') pushElementOperands(body, expr);
}

function pushElementOperands(body: Body, expr: IndexExpr): void {
  pushPlace(body, expr.array);
  asInt(body, lowerValue(body, expr.index));
}

// ---------------------------------------------------------------- addresses

/**
 * Pushes the address of what the expression denotes: a variable, or a temporary that holds its value. The latter may not be written.
 */
export function pushPlace(body: Body, designator: Expr): void {
  const { code } = body;
  const expr = resolveHeld(body, designator);
  if (!hasAddress(body, expr)) {
    if (isScalar(expr.type)) pushScalarTemporary(body, expr, expr.type);
    else lowerAggregate(body, expr);
    return;
  }
  switch (expr.kind) {
    case 'variable':
      pushVariableAddress(body, findVariable(body, expr.variable));
      return;
    case 'field':
      pushPlace(body, expr.record);
      code.emit('field', typeIndex(body, expr.recordType), expr.index);
      return;
    case 'objectField':
      lowerValue(body, expr.object);
      code.mark(expr.span);
      code.emit('object.field', typeIndex(body, expr.owner), expr.index);
      return;
    case 'deref':
      lowerValue(body, expr.ref);
      code.mark(expr.span);
      code.emit('deref');
      return;
    case 'index':
      pushElementOperands(body, expr);
      code.mark(expr.span);
      code.emit('element');
      return;
    case 'subarray':
      mustBeginAtByte(expr.type.element, expr.span);
      pushPlace(body, expr.array);
      asInt(body, lowerValue(body, expr.from));
      asInt(body, lowerValue(body, expr.length));
      code.mark(expr.span);
      code.emit('subarray', typeIndex(body, expr.type));
      return;
    case 'view':
      pushPlace(body, expr.operand);
      code.mark(expr.span);
      code.emit(expr.type.kind === 'openarray' ? 'view.array' : 'view', typeIndex(body, expr.type));
      return;
  }
}

const PLACES = new Set<Expr['kind']>(['variable', 'field', 'objectField', 'deref', 'index', 'subarray', 'view']);

/** Is it (part of) a variable or temporary in memory? */
export function hasAddress(body: Body, expr: Expr): boolean {
  return PLACES.has(expr.kind) && !isPackedPlace(body, expr) && !registerOf(body, expr);
}

export function isPlace(expr: Expr): boolean {
  return PLACES.has(expr.kind);
}

function mustBeginAtByte(element: Type, span: Span): void {
  if (element.kind !== 'packed' || element.bits % 8 === 0) return;
  throw new Refusal('L5008', `SUBARRAY of elements of ${element.bits} bits: they do not begin at bytes`, span);
}

/** Puts a scalar into a temporary of type `type` and pushes its address. */
export function pushScalarTemporary(body: Body, expr: Expr, type: Type): void {
  const temporary = body.locals.temporary('memory', typeIndex(body, unpack(type)));
  body.code.emit('local.addr', temporary);
  lowerTo(body, expr, type);
  body.code.emit('store');
  body.code.emit('local.addr', temporary);
}

// ---------------------------------------------------------------- reading

/** Pushes the value of a scalar designator. */
export function readDesignator(body: Body, expr: Expr): Value {
  const { code } = body;
  const register = registerOf(body, expr);
  if (register) {
    code.emit('local.get', register.local);
    return operandOf(register.type, register.closure);
  }
  const alias = packedAlias(body, expr);
  if (alias) {
    pushPath(body, alias);
    code.emit(alias.access.get, ...alias.access.immediates);
    return operandOf(alias.access.type);
  }
  const packed = packedAccess(body, expr);
  if (packed) {
    pushPackedOperands(body, expr);
    code.mark(expr.span);
    code.emit(packed.get, ...packed.immediates);
    return operandOf(packed.type);
  }
  pushPlace(body, expr);
  code.emit('load');
  return operandOf(expr.type, isClosureParameter(body, expr));
}

/** A VALUE parameter that may hold a nested procedure; its address goes nowhere. */
export function isClosureParameter(body: Body, designator: Expr): boolean {
  const expr = resolveHeld(body, designator);
  if (expr.kind !== 'variable') return false;
  const { slot } = findVariable(body, expr.variable);
  return slot.kind === 'local' && slot.closure;
}

// ---------------------------------------------------------------- writing

/** A scalar variable about to be written: what leads to it is on the stack. `finish` takes the value from above it. */
export interface Target {
  readonly type: Type;
  /** Pushes the variable's value and leaves what leads to it underneath. */
  read(): Value;
  /** Faults now if there is no such variable, which of packed elements and fields is else seen when they are written. */
  look(): void;
  finish(): void;
}

/** Evaluates the designator of a scalar; nothing of it is evaluated again. `update`: `read` or `look` will be called. */
export function openTarget(body: Body, expr: Expr, update = false): Target {
  const { code } = body;
  const register = registerOf(body, expr);
  if (register) {
    return {
      type: register.type,
      read: () => readDesignator(body, expr),
      look: () => {},
      finish: () => code.emit('local.set', register.local),
    };
  }
  const alias = packedAlias(body, expr);
  const access = alias?.access ?? packedAccess(body, expr);
  if (access) {
    const path = alias ?? (update && resolveHeld(body, expr).kind === 'index' ? holdPackedPath(body, expr) : undefined);
    if (path) pushPath(body, path);
    else pushPackedOperands(body, expr);
    const read = (): Value => {
      if (path) pushPath(body, path);
      else code.emit('dup');
      code.emit(access.get, ...access.immediates);
      return operandOf(access.type);
    };
    return {
      type: access.type,
      read,
      look: () => {
        read();
        code.emit('drop');
      },
      finish: () => code.emit(access.set, ...access.immediates),
    };
  }
  pushPlace(body, expr);
  return {
    type: expr.type,
    read: () => {
      code.emit('dup');
      code.emit('load');
      return operandOf(expr.type);
    },
    look: () => {},
    finish: () => code.emit('store'),
  };
}

/** INC and DEC. */
export function lowerStep(body: Body, expr: Expr, amount: Expr | undefined, operation: 'int.add' | 'int.sub'): void {
  const { code } = body;
  const target = openTarget(body, expr, true);
  asInt(body, target.read());
  if (amount) asInt(body, lowerValue(body, amount));
  else code.emit('int.const', 1n);
  code.emit(operation);
  checkRange(body, bounds(INTEGER), target.type);
  fromInt(body, target.type);
  target.finish();
}
