/**
 * Designators that nested procedures use through a WITH alias. Where the alias cannot be an address in a frame (packed storage has none, a module
 * body no frame) it is the designator itself, with all that was evaluated on the way kept in variables: so it denotes the same place wherever
 * it is used (definition 2.3.16).
 */
import type { Expr } from '../../language/typed/tree.ts';
import type { Type, VariableEntity } from '../../language/types/model.ts';
import type { Body } from './context.ts';
import { unpack } from './types.ts';

export interface HeldDesignator {
  /** Evaluating it reads the variables of `parts` and has no other effect. */
  readonly expr: Expr;
  /** In order of evaluation: references, subscripts and bounds. */
  readonly parts: readonly { readonly variable: VariableEntity; readonly value: Expr }[];
}

/** The designator behind a held alias, else the expression itself. */
export function resolveHeld(body: Body, expr: Expr): Expr {
  let at = expr;
  while (at.kind === 'variable') {
    const held = body.program.held.get(at.variable);
    if (!held) return at;
    at = held.expr;
  }
  return at;
}

/** The same each time: a FINALLY part is lowered twice. */
export function holdDesignator(body: Body, alias: VariableEntity, designator: Expr): HeldDesignator {
  const { held } = body.program;
  const known = held.get(alias);
  if (known) return known;
  const parts: { variable: VariableEntity; value: Expr }[] = [];
  const keep = (value: Expr): Expr => {
    const variable = hiddenVariable(body, alias, unpack(value.type));
    parts.push({ variable, value });
    return { kind: 'variable', span: value.span, type: unpack(value.type), variable, designator: true, writable: true };
  };
  const made = { expr: stable(designator, keep), parts };
  held.set(alias, made);
  return made;
}

/** The designator with everything but its root variable replaced by what `keep` makes of it. */
function stable(expr: Expr, keep: (value: Expr) => Expr): Expr {
  switch (expr.kind) {
    case 'field':
      return { ...expr, record: stable(expr.record, keep) };
    case 'objectField':
      return { ...expr, object: keep(expr.object) };
    case 'deref':
      return { ...expr, ref: keep(expr.ref) };
    case 'index': {
      const array = stable(expr.array, keep);
      return { ...expr, array, index: keep(expr.index) };
    }
    case 'subarray': {
      const array = stable(expr.array, keep);
      const from = keep(expr.from);
      return { ...expr, array, from, length: keep(expr.length) };
    }
    case 'view':
      return { ...expr, operand: stable(expr.operand, keep) };
    default:
      return expr;
  }
}

function hiddenVariable(body: Body, alias: VariableEntity, type: Type): VariableEntity {
  const { name, span, unit } = alias;
  return {
    kind: 'variable',
    role: 'with',
    name,
    span,
    ...(unit ? { unit } : {}),
    ...(body.procedure ? { owner: body.procedure } : {}),
    type,
    writable: true,
    captured: true,
    addressTaken: false,
  };
}
