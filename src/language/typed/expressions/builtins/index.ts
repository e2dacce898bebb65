/** The built-in operations by name. */
import type * as ast from '../../../generated/ast.ts';
import type { CheckContext, Scope } from '../../context.ts';
import { errorNode } from '../../nodes.ts';
import type { Expr } from '../../tree.ts';
import { abs, float, minMax, rounding } from './arithmetic.ts';
import { newExpr } from './new.ts';
import type { BuiltinCall } from './operands.ts';
import { limit, ord, subarray, val } from './ordinals.ts';
import { typecode, typeTest } from './references.ts';
import { size } from './sizes.ts';
import { STATEMENT_BUILTINS } from './statements.ts';
import { interfaceUnit, thisModule } from './units.ts';
import { adr, loophole } from './unsafe.ts';
import { view } from './view.ts';

const EXPRESSIONS: Readonly<Record<string, (call: BuiltinCall) => Expr>> = {
  ABS: abs,
  ADR: adr,
  ADRSIZE: (call) => size(call, 'bytes'),
  BITSIZE: (call) => size(call, 'bits'),
  BYTESIZE: (call) => size(call, 'bytes'),
  CEILING: (call) => rounding(call, 'ceiling'),
  FIRST: (call) => limit(call, 'first'),
  FLOAT: float,
  FLOOR: (call) => rounding(call, 'floor'),
  INTERFACE_UNIT: interfaceUnit,
  ISTYPE: (call) => typeTest(call, 'istype'),
  LAST: (call) => limit(call, 'last'),
  LOOPHOLE: loophole,
  MAX: (call) => minMax(call, 'max'),
  MIN: (call) => minMax(call, 'min'),
  NARROW: (call) => typeTest(call, 'narrow'),
  NEW: newExpr,
  NUMBER: (call) => limit(call, 'number'),
  ORD: ord,
  ROUND: (call) => rounding(call, 'round'),
  SUBARRAY: subarray,
  THIS_MODULE: thisModule,
  TRUNC: (call) => rounding(call, 'trunc'),
  TYPECODE: typecode,
  VAL: val,
  VIEW: view,
};

export function builtinExpr(ctx: CheckContext, node: ast.CallExpr, name: string, scope: Scope): Expr {
  const operation = EXPRESSIONS[name];
  if (operation !== undefined) return operation({ ctx, node, scope, name });
  if (STATEMENT_BUILTINS.has(name))
    ctx.report('M3606', node, `${name} is a statement: it returns no result to use in an expression`);
  else ctx.report('M3608', node, `the built-in operation ${name} is not known to this compiler`);
  return errorNode(ctx.span(node));
}
