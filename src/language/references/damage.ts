/**
 * What can be believed of a unit that does not parse: diagnostics about parts that syntax errors have not touched.
 *
 * A syntax error damages the innermost declaration or statement that it stands in or touches. A name that is missing may have been declared in the damaged part,
 * so nothing is said about names that are not found, about what is unused, or about what headings and bodies have to do with each other.
 */
import type { AstNode } from 'langium';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type * as ast from '../generated/ast.ts';
import type { ParsedUnit } from './parsed-unit.ts';

/** Codes that speak of something missing, which may stand in the damaged part: names, members, arguments, exceptions that nobody handles. */
const ABSENCES = /^(M300|M3103|M32|M33|M340|M3404|M3601|M3740|M38|W)/;

interface Extent {
  readonly start: number;
  readonly end: number;
}

/** The syntax errors, and what of the others is worth saying beside them. */
export function besideSyntaxErrors(parsed: ParsedUnit, found: readonly Diagnostic[]): Diagnostic[] {
  const parts = [...partsOf(parsed.unit)];
  const damaged = new Set<Extent>();
  for (const { span } of parsed.diagnostics) for (const part of touched(parts, span)) damaged.add(part);
  const sound = found.filter((d) => !ABSENCES.test(d.code) && !isDamaged(parts, damaged, d.span));
  return [...parsed.diagnostics, ...sound];
}

/** Declarations and statements, outer ones before those in them. */
function* partsOf(node: AstNode): Generator<Extent> {
  const unit = node as ast.Unit;
  yield* unit.imports.flatMap(extentOf);
  if ('declarations' in unit) yield* unit.declarations.flatMap(extentOf);
  else if (unit.body) yield* partsOfBlock(unit.body);
}

function* partsOfBlock(block: ast.Block): Generator<Extent> {
  for (const d of block.declarations) {
    yield* extentOf(d);
    if (d.$type === 'ProcedureDecl' && d.body) yield* partsOfBlock(d.body);
  }
  yield* block.statements.flatMap(extentOf);
}

function extentOf(node: AstNode): Extent[] {
  const cst = node.$cstNode;
  return cst ? [{ start: cst.offset, end: cst.end }] : [];
}

/** The innermost parts that contain the place or end or begin at it, over nothing but blanks. */
function touched(parts: readonly Extent[], span: Extent): Extent[] {
  const around = parts.filter((p) => p.start - 2 <= span.end && span.start <= p.end + 2);
  return around.filter((p) => !around.some((q) => q !== p && p.start <= q.start && q.end <= p.end));
}

/** Whether the innermost part around the place is damaged, or there is none: then it is about the unit as a whole. */
function isDamaged(parts: readonly Extent[], damaged: ReadonlySet<Extent>, span: Extent): boolean {
  const around = parts.filter((p) => p.start <= span.start && span.end <= p.end);
  return around.length === 0 || around.some((p) => damaged.has(p));
}
