/**
 * Assignability of an expression to a type (definition 2.3.1): by the types, and for what the types alone do not tell:
 * local procedures are not assignable, constants outside the target's range would always fault.
 */
import type { Type } from '../../types/model.ts';
import { bounds, unpacked } from '../../types/ordinals.ts';
import { ordinalText, typeText } from '../../types/print.ts';
import { isAssignable, whyNotAssignable } from '../../types/relations.ts';
import type { CheckContext } from '../context.ts';
import { declaredHere } from '../messages.ts';
import { intValue, isError } from '../nodes.ts';
import type { Expr } from '../tree.ts';
import { FAULTS } from './faults.ts';

export interface AssignmentRules {
  /** What the value becomes, completing "cannot assign ... to ...": "variable", "parameter n of P". */
  readonly what: string;
  /**
   * A local procedure is passed to VALUE formals; assigning it to anything else faults at run time, as 2.3.1 has it. What is `refused`
   * would have to work (READONLY formals, where a closure has no representation here) or stand for a constant.
   */
  readonly localProcedures?: 'passed' | 'refused';
  /** Where the value must be a member of the type at compile time: constants, defaults, labels. */
  readonly constant?: boolean;
  readonly code?: string;
}

export function checkAssignable(ctx: CheckContext, value: Expr, type: Type, rules: AssignmentRules): boolean {
  if (isError(value) || type.kind === 'error') return true;
  const { what, code = 'M3520' } = rules;
  if (!isAssignable(value.type, type, ctx.reveal, ctx.unit.unsafe)) {
    const why = whyNotAssignable(value.type, type, ctx.reveal);
    const reason = why === undefined ? '' : `: ${why}`;
    ctx.report(
      code,
      value.span,
      `cannot assign ${typeText(value.type, ctx.unit)} to ${what} of type ${typeText(type, ctx.unit)}${reason}`,
      hint(value, type),
    );
    return false;
  }
  return checkLocalProcedure(ctx, value, type, rules) && checkConstantRange(ctx, value, type, rules);
}

function checkLocalProcedure(ctx: CheckContext, value: Expr, type: Type, rules: AssignmentRules): boolean {
  if (value.kind !== 'procedure' || value.procedure.parent === undefined) return true;
  const isProcedure = unpacked(type).kind === 'procedure';
  if (rules.localProcedures === 'passed' && isProcedure) return true;
  const message = `${value.procedure.name} is a local procedure; it may be called and passed as a VALUE parameter of a procedure type, but not assigned`;
  const related = declaredHere(value.procedure);
  if (isProcedure && rules.localProcedures !== 'refused') {
    ctx.report('W4110', value.span, `${message}; ${FAULTS}`, { ...related, severity: 'warning' });
    return true;
  }
  ctx.report('M3521', value.span, message, related);
  return false;
}

/** A constant outside the range is a static error where only constants may stand, and else what it is: a fault at run time, worth a warning. */
function checkConstantRange(ctx: CheckContext, value: Expr, type: Type, { what, constant }: AssignmentRules): boolean {
  const at = intValue(value);
  const range = bounds(type);
  if (at === undefined || range === undefined || (at >= range.lo && at <= range.hi)) return true;
  const message = `the value ${ordinalText(at, value.type)} is not a member of ${typeText(type, ctx.unit)}, the type of ${what}`;
  if (constant) {
    ctx.report('M3522', value.span, message);
    return false;
  }
  ctx.report('W4101', value.span, `${message}; ${FAULTS}`, { severity: 'warning' });
  return true;
}

/** Which floating-point type a literal is of. */
const EXPONENTS: Readonly<Record<string, string>> = { LONGREAL: 'd0', EXTENDED: 'x0' };

/** What people expect to be implicit and is not. */
function hint(value: Expr, to: Type): { hint?: string } {
  const [a, b] = [unpacked(value.type), unpacked(to)];
  if (b.kind === 'float') {
    const constant = a.kind === 'integer' ? intValue(value) : undefined;
    if (constant !== undefined) return { hint: `write ${constant}.0${EXPONENTS[b.name] ?? ''}` };
    if (a.kind === 'integer' || a.kind === 'subrange' || a.kind === 'float')
      return { hint: `convert with FLOAT(x, ${b.name})` };
  }
  if (a.kind === 'float' && (b.kind === 'integer' || b.kind === 'subrange'))
    return { hint: 'convert with ROUND, TRUNC, FLOOR or CEILING' };
  const integers = (t: Type) => t.kind === 'integer' || (t.kind === 'subrange' && t.base.kind === 'integer');
  if (integers(a) && integers(b)) return { hint: 'convert with VAL(x, T) or ORD(x)' };
  return {};
}
