/** Where a call of `Compiler.ThisFile`, `ThisPath` or `ThisLine` stands: constants. */
import type * as ast from '../../generated/ast.ts';
import { TEXT } from '../../types/builtins.ts';
import type { ProcedureEntity } from '../../types/model.ts';
import { unpacked } from '../../types/ordinals.ts';
import type { CheckContext } from '../context.ts';
import { constNode, intNode } from '../nodes.ts';
import type { Expr } from '../tree.ts';

/** The place of the call, if that is what the procedure gives. */
export function placeOfCall(ctx: CheckContext, node: ast.CallExpr, procedure: ProcedureEntity): Expr | undefined {
  const { unit, type } = procedure;
  const result = type.result && unpacked(type.result);
  // An interface of that name with other procedures in it is the program's own affair.
  if (unit?.name !== 'Compiler' || unit.unitKind !== 'interface' || type.params.length > 0 || !result) return undefined;
  const span = ctx.span(node);
  const text = (value: string): Expr | undefined =>
    result === TEXT ? constNode(span, TEXT, { kind: 'text', value }) : undefined;
  switch (procedure.name) {
    case 'ThisFile':
      return text(span.file.slice(span.file.lastIndexOf('/') + 1));
    case 'ThisPath':
      return text(span.file);
    case 'ThisLine': {
      const line = node.$cstNode?.range.start.line;
      return line === undefined || result.kind !== 'subrange' ? undefined : intNode(span, result, BigInt(line) + 1n);
    }
    default:
      return undefined;
  }
}
