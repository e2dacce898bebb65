/**
 * TRY with a handler for `RuntimeError.E` (CM3's name): checked run-time errors arrive as `SpinException.Exception`, so the statements are those of an inner
 * TRY that catches these and raises E with `RuntimeError.OfFault` of what they say.
 */
import type { Span } from '../../../diagnostics/diagnostic.ts';
import type { ExceptionEntity } from '../../types/model.ts';
import { unpacked } from '../../types/ordinals.ts';
import type { BodyContext, CheckContext, Scope } from '../context.ts';
import { VALUE } from '../nodes.ts';
import type { Expr, Stmt } from '../tree.ts';
import { bindName } from './variables.ts';

export function withRuntimeErrors(
  ctx: CheckContext,
  span: Span,
  statements: readonly Stmt[],
  handled: ReadonlySet<ExceptionEntity>,
  scope: Scope,
  body: BodyContext,
): readonly Stmt[] {
  const fault = ctx.kernelEntity?.('SpinException', 'Exception');
  const error = [...handled].find(({ name, unit }) => name === 'E' && unit?.name === 'RuntimeError');
  const conversion = error?.unit?.members.get('OfFault');
  if (fault?.kind !== 'exception' || !fault.argument || handled.has(fault)) return statements;
  if (!error || conversion?.kind !== 'procedure' || !conversion.type.result) return statements;
  const binding = { role: 'except', type: fault.argument, writable: true } as const;
  const variable = bindName(ctx, '', span, scope, body, binding);
  variable.addressTaken = true;
  const info: Expr = {
    kind: 'variable',
    span,
    type: unpacked(fault.argument),
    variable,
    designator: true,
    writable: true,
  };
  const argument: Expr = {
    kind: 'call',
    span,
    type: unpacked(conversion.type.result),
    callee: { kind: 'procedure', procedure: conversion },
    signature: conversion.type,
    args: [info],
    ...VALUE,
  };
  const raise: Stmt = { kind: 'raise', span, exception: error, argument };
  return [{ kind: 'tryExcept', span, body: statements, handlers: [{ exceptions: [fault], variable, body: [raise] }] }];
}
