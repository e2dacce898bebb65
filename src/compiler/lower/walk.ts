/**
 * The parts of expressions and statements, for analyses that look at all of them alike.
 */
import type { Expr, Stmt } from '../../language/typed/tree.ts';

/** The expressions directly inside an expression. */
export function partsOf(expr: Expr): readonly Expr[] {
  switch (expr.kind) {
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
    case 'arith':
    case 'compare':
    case 'and':
    case 'or':
    case 'concat':
    case 'min':
    case 'max':
      return [expr.left, expr.right];
    case 'in':
      return [expr.element, expr.set];
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
    case 'call': {
      const { callee } = expr;
      if (callee.kind === 'procedure') return expr.args;
      return [callee.kind === 'value' ? callee.value : callee.receiver, ...expr.args];
    }
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
    case 'number':
    case 'last':
      return [expr.array];
    case 'word':
      return expr.args;
    default:
      return [];
  }
}

/** The expressions of a statement itself, not those of statements inside it. */
export function expressionsOf(statement: Stmt): readonly Expr[] {
  switch (statement.kind) {
    case 'block':
      return statement.locals.flatMap(({ init }) => (init ? [init] : []));
    case 'assign':
      return [statement.target, statement.value];
    case 'eval':
      return [statement.expr];
    case 'inc':
    case 'dec':
      return statement.amount ? [statement.target, statement.amount] : [statement.target];
    case 'if':
      return statement.arms.map((a) => a.condition);
    case 'while':
    case 'repeat':
      return [statement.condition];
    case 'for':
      return [statement.from, statement.to];
    case 'case':
    case 'typecase':
      return [statement.selector];
    case 'with':
      return statement.bindings.map((b) => b.value);
    case 'raise':
      return statement.argument ? [statement.argument] : [];
    case 'return':
      return statement.value ? [statement.value] : [];
    case 'lock':
      return [statement.mutex];
    case 'assert':
      return statement.message ? [statement.condition, statement.message] : [statement.condition];
    default:
      return [];
  }
}

/** The statements directly inside a statement, of which each list is run in the same circumstances; TRY's parts are asked for separately. */
export function bodiesOf(statement: Stmt): readonly (readonly Stmt[])[] {
  switch (statement.kind) {
    case 'block':
    case 'while':
    case 'repeat':
    case 'loop':
    case 'for':
    case 'with':
    case 'lock':
      return [statement.body];
    case 'if':
    case 'case':
    case 'typecase':
      return [...statement.arms.map((a) => a.body), statement.otherwise ?? []];
    case 'tryExcept':
      return [statement.body, ...statement.handlers.map((h) => h.body), statement.otherwise ?? []];
    case 'tryFinally':
      return [statement.body, statement.final];
    default:
      return [];
  }
}
