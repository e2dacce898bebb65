/**
 * `<*FATAL E, I.F*>` and `<*FATAL ANY*>`: exceptions that never come, or that end the program if they do. A FATAL pragma holds from the block among
 * whose declarations it stands to the end of the innermost procedure or unit around it.
 */
import type { Span } from '../../../diagnostics/diagnostic.ts';
import type * as ast from '../../generated/ast.ts';
import type { CheckedUnit, ExceptionEntity, ProcedureEntity } from '../../types/model.ts';
import type { PragmaText } from '../context.ts';
import { interfaceNamed } from '../imported.ts';

export interface Fatal {
  readonly start: number;
  readonly end: number;
  readonly any: boolean;
  /** As `Interface.Name`, or `Name` of this unit or an interface that it exports. */
  readonly names: ReadonlySet<string>;
}

export type IsFatal = (exception: ExceptionEntity | 'any', at: Span) => boolean;

export function fatalExceptions(unit: CheckedUnit, syntax: ast.Unit, pragmas: readonly PragmaText[]): IsFatal {
  const found = pragmas.filter((pragma) => pragma.name === 'FATAL');
  if (found.length === 0) return () => false;
  const imports = importedNames(syntax);
  const extents = procedureExtents(unit.procedures);
  const ranges = found.map((pragma) => fatalRange(pragma, extents, imports, unit.source.length));
  return (exception, at) =>
    ranges.some((range) => range.start <= at.start && at.end <= range.end && names(range, exception, unit));
}

function names({ any, names: listed }: Fatal, exception: ExceptionEntity | 'any', unit: CheckedUnit): boolean {
  if (any || exception === 'any') return any;
  const { name, unit: home } = exception;
  const isOwn = home === unit.entity || unit.exports.some((exported) => exported === home);
  return (isOwn && listed.has(name)) || (home !== undefined && listed.has(`${home.name}.${name}`));
}

interface Extent {
  readonly start: number;
  readonly end: number;
}

function fatalRange(
  { text, span }: PragmaText,
  extents: readonly Extent[],
  imports: ReadonlyMap<string, string>,
  end: number,
): Fatal {
  const around = extents.filter((e) => e.start <= span.start && span.end <= e.end);
  const innermost = around.reduce<Extent>((best, e) => (e.start > best.start ? e : best), { start: 0, end });
  const written = text.split(',').map((name) => name.trim());
  return {
    start: innermost.start,
    end: innermost.end,
    any: written.includes('ANY'),
    names: new Set(written.map((name) => resolved(name, imports))),
  };
}

/** With the interface's own name, whatever the unit calls it. */
function resolved(name: string, imports: ReadonlyMap<string, string>): string {
  const [first = '', second] = name.split('.').map((part) => part.trim());
  const meaning = imports.get(first);
  if (meaning === undefined) return name;
  return second === undefined ? meaning : `${meaning}.${second}`;
}

/** What imported names stand for: an interface, or `Interface.Name`. */
function importedNames(syntax: ast.Unit): Map<string, string> {
  const found = new Map<string, string>();
  for (const clause of syntax.imports) {
    if (clause.$type === 'FromImport')
      for (const { name } of clause.names) found.set(name, `${interfaceNamed(syntax, clause.unit)}.${name}`);
    else for (const { unit, alias } of clause.units) found.set(alias ?? unit, unit);
  }
  return found;
}

function procedureExtents(procedures: readonly ProcedureEntity[]): Extent[] {
  return procedures.flatMap(({ span, definition }) => {
    if (definition === undefined) return [];
    return [{ start: span.start, end: definition.endSpan.end }, ...procedureExtents(definition.nested)];
  });
}
