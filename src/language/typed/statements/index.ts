/** Checking of statements, by kind of syntax (definition 2.3). */
import type * as ast from '../../generated/ast.ts';
import type { BodyContext, CheckContext, Scope } from '../context.ts';
import type { Stmt } from '../tree.ts';
import { assertion, assignment, callStatement, evalStatement } from './assignment.ts';
import { blockStatement, lockStatement, withStatement } from './blocks.ts';
import { caseStatement, ifStatement, typecaseStatement } from './conditional.ts';
import { raiseStatement, returnStatement, tryStatement } from './exceptions.ts';
import { exitStatement, forStatement, loopStatement, repeatStatement, whileStatement } from './loops.ts';

/** Statements that are too wrong to stand for anything are left out; they have been reported. */
export function checkStatements(
  ctx: CheckContext,
  nodes: readonly ast.Statement[],
  scope: Scope,
  body: BodyContext,
): Stmt[] {
  const statements: Stmt[] = [];
  for (const node of nodes) {
    const statement = node && checkStatement(ctx, node, scope, body);
    if (statement !== undefined) statements.push(statement);
  }
  return statements;
}

function checkStatement(ctx: CheckContext, node: ast.Statement, scope: Scope, body: BodyContext): Stmt | undefined {
  switch (node.$type) {
    case 'AssignStatement':
      return assignment(ctx, node, scope);
    case 'CallStatement':
      return callStatement(ctx, node, scope);
    case 'EvalStatement':
      return evalStatement(ctx, node, scope);
    case 'AssertStatement':
      return assertion(ctx, node, scope);
    case 'IfStatement':
      return ifStatement(ctx, node, scope, body);
    case 'CaseStatement':
      return caseStatement(ctx, node, scope, body);
    case 'TypecaseStatement':
      return typecaseStatement(ctx, node, scope, body);
    case 'WhileStatement':
      return whileStatement(ctx, node, scope, body);
    case 'RepeatStatement':
      return repeatStatement(ctx, node, scope, body);
    case 'LoopStatement':
      return loopStatement(ctx, node, scope, body);
    case 'ForStatement':
      return forStatement(ctx, node, scope, body);
    case 'ExitStatement':
      return exitStatement(ctx, node, body);
    case 'Block':
      return blockStatement(ctx, node, scope, body);
    case 'WithStatement':
      return withStatement(ctx, node, scope, body);
    case 'LockStatement':
      return lockStatement(ctx, node, scope, body);
    case 'TryStatement':
      return tryStatement(ctx, node, scope, body);
    case 'RaiseStatement':
      return raiseStatement(ctx, node, scope);
    case 'ReturnStatement':
      return returnStatement(ctx, node, scope, body);
  }
}
