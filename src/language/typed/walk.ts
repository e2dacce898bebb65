/** Going through a typed tree: the parts of each node, in order of evaluation where there is one. */
import type { Expr, Stmt } from './tree.ts';

/** The expressions directly inside an expression. */
export function operandsOf(expr: Expr): readonly Expr[] {
  switch (expr.kind) {
    case 'const':
    case 'variable':
    case 'procedure':
    case 'methodConstant':
    case 'thisModule':
    case 'interfaceUnit':
      return [];
    case 'field':
      return [expr.record];
    case 'objectField':
      return [expr.object];
    case 'deref':
    case 'istype':
    case 'narrow':
      return [expr.ref];
    case 'index':
      return [expr.array, expr.index];
    case 'subarray':
      return [expr.array, expr.from, expr.length];
    case 'number':
    case 'last':
      return [expr.array];
    case 'in':
      return [expr.element, expr.set];
    case 'arith':
    case 'compare':
    case 'and':
    case 'or':
    case 'concat':
    case 'min':
    case 'max':
      return [expr.left, expr.right];
    case 'view':
    case 'negate':
    case 'not':
    case 'abs':
    case 'ord':
    case 'val':
    case 'float':
    case 'round':
    case 'trunc':
    case 'floor':
    case 'ceiling':
      return [expr.operand];
    case 'call':
      return [...calleeOperands(expr.callee), ...expr.args];
    case 'recordValue':
      return expr.fields;
    case 'arrayValue':
      return expr.elements;
    case 'setValue':
      return expr.elements.flatMap(({ low, high }) => (high ? [low, high] : [low]));
    case 'new':
      return [...expr.sizes, ...expr.fields.map((f) => f.value)];
    case 'typecode':
      return expr.ref ? [expr.ref] : [];
    case 'word':
      return expr.args;
  }
}

function calleeOperands(callee: Extract<Expr, { kind: 'call' }>['callee']): readonly Expr[] {
  if (callee.kind === 'method') return [callee.receiver];
  return callee.kind === 'value' ? [callee.value] : [];
}

/** The expressions directly inside a statement. */
export function expressionsOf(stmt: Stmt): readonly Expr[] {
  switch (stmt.kind) {
    case 'block':
      return stmt.locals.flatMap((local) => (local.init ? [local.init] : []));
    case 'assign':
      return [stmt.target, stmt.value];
    case 'eval':
      return [stmt.expr];
    case 'inc':
    case 'dec':
      return stmt.amount ? [stmt.target, stmt.amount] : [stmt.target];
    case 'if':
      return stmt.arms.map((arm) => arm.condition);
    case 'while':
    case 'repeat':
      return [stmt.condition];
    case 'for':
      return typeof stmt.step === 'bigint' ? [stmt.from, stmt.to] : [stmt.from, stmt.to, stmt.step];
    case 'case':
    case 'typecase':
      return [stmt.selector];
    case 'with':
      return stmt.bindings.map((binding) => binding.value);
    case 'raise':
      return stmt.argument ? [stmt.argument] : [];
    case 'return':
      return stmt.value ? [stmt.value] : [];
    case 'lock':
      return [stmt.mutex];
    case 'assert':
      return stmt.message ? [stmt.condition, stmt.message] : [stmt.condition];
    case 'loop':
    case 'exit':
    case 'tryExcept':
    case 'tryFinally':
      return [];
  }
}

/** The lists of statements directly inside a statement. */
export function bodiesOf(stmt: Stmt): readonly (readonly Stmt[])[] {
  switch (stmt.kind) {
    case 'block':
    case 'while':
    case 'repeat':
    case 'loop':
    case 'for':
    case 'with':
    case 'lock':
      return [stmt.body];
    case 'if':
    case 'case':
    case 'typecase':
      return [...stmt.arms.map((arm) => arm.body), ...(stmt.otherwise ? [stmt.otherwise] : [])];
    case 'tryExcept':
      return [stmt.body, ...stmt.handlers.map((h) => h.body), ...(stmt.otherwise ? [stmt.otherwise] : [])];
    case 'tryFinally':
      return [stmt.body, stmt.final];
    default:
      return [];
  }
}

/** Every expression inside, the innermost first. */
export function eachExpr(expr: Expr, visit: (expr: Expr) => void): void {
  for (const operand of operandsOf(expr)) eachExpr(operand, visit);
  visit(expr);
}

/** Every statement inside, each before those it contains. Nested procedures are not inside. */
export function eachStmt(stmts: readonly Stmt[], visit: (stmt: Stmt) => void): void {
  for (const stmt of stmts) {
    visit(stmt);
    for (const body of bodiesOf(stmt)) eachStmt(body, visit);
  }
}
