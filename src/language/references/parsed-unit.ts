/**
 * A source file after parsing: its tree, its pragmas, its syntax errors, and what of it matters before anything is checked.
 */
import type { AstNode } from 'langium';
import type { Diagnostic, Span } from '../../diagnostics/diagnostic.ts';
import type * as ast from '../generated/ast.ts';
import { parseUnit as parse } from '../parser/parse.ts';
import { collectPragmas, type Pragma, pragmasBefore } from './pragmas.ts';
import { spanOfProperty } from './spans.ts';

export interface SourceFile {
  /** Path or URI as the user gave it; diagnostics carry it. */
  readonly path: string;
  readonly text: string;
}

export interface ParsedUnit extends SourceFile {
  readonly unit: ast.Unit;
  readonly name: string;
  readonly diagnostics: readonly Diagnostic[];
  readonly pragmas: readonly Pragma[];
  /** Present when this unit is an instance of a generic one, whose text and tree it has. */
  readonly instance?: Instance;
}

export interface Instance {
  /** Formal names of the generic unit, bound to the interfaces given for them. */
  readonly aliases: readonly { readonly formal: string; readonly actual: string; readonly span: Span }[];
  /** Interfaces mentioned by the instantiation itself. */
  readonly references: readonly UnitReference[];
  /** The name of the generic unit, which its END repeats. */
  readonly genericName: string;
  /** The instance's own name where it is declared. */
  readonly nameSpan: Span;
}

export function parseUnit({ path, text }: SourceFile): ParsedUnit {
  const { unit, diagnostics } = parse(text, path);
  return { path, text, unit, name: unit.name ?? '', diagnostics, pragmas: collectPragmas(text) };
}

/** Does a pragma of that name stand directly before the declaration? */
export function hasPragma(parsed: ParsedUnit, node: AstNode, name: string): boolean {
  if (parsed.pragmas.length === 0 || !node.$cstNode) return false;
  return pragmasBefore(parsed.text, parsed.pragmas, node.$cstNode.offset).some((p) => p.name === name);
}

/** A mention of an interface that a unit imports or exports. */
export interface UnitReference {
  readonly name: string;
  readonly span: Span;
  readonly kind: 'import' | 'export';
}

/** In order of appearance. */
export function referencesOf(parsed: ParsedUnit): UnitReference[] {
  const found: UnitReference[] = [...(parsed.instance?.references ?? [])];
  const { unit, path } = parsed;
  const add = (kind: UnitReference['kind'], name: string | undefined, node: AstNode, property: string, index = 0) => {
    if (name) found.push({ kind, name, span: spanOfProperty(path, node, property, index) });
  };
  if (unit.$type === 'ModuleUnit' && !parsed.instance) {
    for (const [i, name] of unit.exports.entries()) add('export', name, unit, 'exports', i);
  }
  for (const clause of unit.imports) {
    if (clause.$type === 'FromImport') add('import', clause.unit, clause, 'unit');
    else for (const imported of clause.units) add('import', imported.unit, imported, 'unit');
  }
  return found;
}
