/** What values tell: comparisons that every value of the types decides the same way, and variables that are read though nothing can have assigned them. */
import type { CheckedUnit, ProcedureEntity, VariableEntity } from '../../types/model.ts';
import { baseType, bounds } from '../../types/ordinals.ts';
import type { CheckContext } from '../context.ts';
import { intValue } from '../nodes.ts';
import type { CompareOp, Expr, Stmt } from '../tree.ts';
import { bodiesOf, eachExpr, eachStmt, expressionsOf } from '../walk.ts';

/** Instances of generics are left alone: what is certain for one actual is not for another. */
export function checkValues(ctx: CheckContext, unit: CheckedUnit): void {
  if (unit.standalone !== undefined && unit.standalone !== unit.source) return;
  const inProcedure = ({ definition }: ProcedureEntity): void => {
    if (definition === undefined) return;
    checkBody(ctx, definition.body);
    for (const nested of definition.nested) inProcedure(nested);
  };
  for (const procedure of unit.procedures) inProcedure(procedure);
  if (unit.body) checkBody(ctx, unit.body);
}

function checkBody(ctx: CheckContext, body: Stmt): void {
  eachStmt([body], (stmt) => {
    // An assertion may well say what the types say.
    if (stmt.kind === 'assert') return;
    for (const expr of expressionsOf(stmt)) eachExpr(expr, (e) => checkComparison(ctx, e));
  });
  new Assignments(ctx).follow([body]);
}

// ---------------------------------------------------------------- comparisons

function checkComparison(ctx: CheckContext, expr: Expr): void {
  if (expr.kind !== 'compare') return;
  const decided = decide(expr.op, expr.left, expr.right);
  if (decided === undefined) return;
  ctx.report('W4203', expr.span, `this is ${decided ? 'TRUE' : 'FALSE'} for every value that the operands can have`, {
    severity: 'warning',
  });
}

/** Only against a constant: two variables of disjoint subranges are compared on purpose. */
function decide(op: CompareOp, left: Expr, right: Expr): boolean | undefined {
  if (intValue(left) === undefined && intValue(right) === undefined) return undefined;
  const [a, b] = [range(left), range(right)];
  if (a === undefined || b === undefined) return undefined;
  const less = a.hi < b.lo;
  const greater = a.lo > b.hi;
  switch (op) {
    case '=':
      return less || greater ? false : undefined;
    case '#':
      return less || greater ? true : undefined;
    case '<':
      return less ? true : a.lo >= b.hi ? false : undefined;
    case '>=':
      return less ? false : a.lo >= b.hi ? true : undefined;
    case '>':
      return greater ? true : a.hi <= b.lo ? false : undefined;
    case '<=':
      return greater ? false : a.hi <= b.lo ? true : undefined;
  }
}

function range(expr: Expr): { lo: bigint; hi: bigint } | undefined {
  const value = intValue(expr);
  return value === undefined ? bounds(expr.type) : { lo: value, hi: value };
}

// ---------------------------------------------------------------- assignments

/**
 * Follows the flow of control and keeps what may have been assigned so far. Whatever else could assign a variable (a nested procedure, a VAR formal,
 * an alias) takes it out of consideration, and a loop may have run before: only what is certain is said.
 */
class Assignments {
  readonly #ctx: CheckContext;
  /** Variables without an initial value that are in question still. */
  readonly #unset = new Set<VariableEntity>();
  /** Whether one of them may be assigned in the loops around: what they assign is taken out once, not again for each loop inside. */
  #isOpen = true;

  constructor(ctx: CheckContext) {
    this.#ctx = ctx;
  }

  follow(stmts: readonly Stmt[]): void {
    for (const stmt of stmts) this.#statement(stmt);
  }

  #statement(stmt: Stmt): void {
    switch (stmt.kind) {
      case 'block':
        for (const { variable, init } of stmt.locals) {
          if (init) this.#read(init);
          else if (isInQuestion(variable)) this.#ask(variable);
        }
        this.follow(stmt.body);
        return;
      case 'assign':
        if (stmt.target.kind !== 'variable') this.#read(stmt.target);
        this.#read(stmt.value);
        if (stmt.target.kind === 'variable') this.#unset.delete(stmt.target.variable);
        return;
      case 'while':
      case 'repeat':
      case 'loop':
      case 'for':
        this.#loop(stmt);
        return;
      default:
    }
    this.#inside(stmt);
  }

  #inside(stmt: Stmt): void {
    for (const expr of expressionsOf(stmt)) this.#read(expr);
    for (const body of bodiesOf(stmt)) this.follow(body);
  }

  #ask(variable: VariableEntity): void {
    this.#unset.add(variable);
    this.#isOpen = true;
  }

  #loop(stmt: Stmt): void {
    const wasOpen = this.#isOpen;
    if (wasOpen) this.#forget(stmt);
    this.#isOpen = false;
    this.#inside(stmt);
    this.#isOpen = wasOpen;
  }

  #forget(loop: Stmt): void {
    if (this.#unset.size === 0) return;
    eachStmt([loop], (stmt) => {
      if (stmt.kind === 'assign' && stmt.target.kind === 'variable') this.#unset.delete(stmt.target.variable);
    });
  }

  #read(expr: Expr): void {
    eachExpr(expr, (e) => {
      // Said once.
      if (e.kind !== 'variable' || !this.#unset.delete(e.variable)) return;
      this.#ctx.report('W4204', e.span, `${e.variable.name} is read here, and nothing has assigned it before`, {
        severity: 'warning',
      });
    });
  }
}

/** References begin as NIL and aggregates by their parts; a number's first value is nothing that one means. */
function isInQuestion(variable: VariableEntity): boolean {
  if (variable.role !== 'local' || variable.captured || variable.addressTaken) return false;
  const type = baseType(variable.type);
  return type.kind === 'float' || bounds(type) !== undefined;
}
