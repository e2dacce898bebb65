/**
 * What of a source file matters before anything of it is checked: which unit it holds, what that refers to, and whether it can be read. All of it is data, which can
 * be kept where the tree is not.
 */
import type { AstNode } from 'langium';
import type { Diagnostic, Span } from '../../diagnostics/diagnostic.ts';
import type * as ast from '../generated/ast.ts';
import { spanOfNode, spanOfProperty } from './spans.ts';

export type UnitKind = ast.Unit['$type'];

export interface Outline {
  readonly kind: UnitKind;
  /** Empty where the header cannot be read. */
  readonly name: string;
  readonly nameSpan: Span;
  /** Syntax errors. */
  readonly diagnostics: readonly Diagnostic[];
  /** Mentions of interfaces in its header and its imports, in order of appearance. */
  readonly references: readonly UnitReference[];
  /** Of an interface, in order; none if it has syntax errors. */
  readonly declarations: readonly DeclarationOutline[];
  /** Of a generic unit. */
  readonly formals: readonly string[];
  /** Present where the unit is an instance of a generic one. */
  readonly instantiation?: Instantiation;
}

export interface DeclarationOutline {
  /** What it declares; nothing if it is a revelation. */
  readonly names: readonly string[];
  readonly start: number;
  readonly end: number;
}

/** A mention of an interface that a unit imports or exports. */
export interface UnitReference {
  readonly name: string;
  readonly span: Span;
  readonly kind: 'import' | 'export';
}

/** `= Generic(Actual, ...)`. */
export interface Instantiation {
  readonly generic: string | undefined;
  readonly genericSpan: Span;
  readonly actuals: readonly { readonly name: string; readonly span: Span }[];
}

export function outlineOf(unit: ast.Unit, path: string, diagnostics: readonly Diagnostic[]): Outline {
  const instance = 'instantiation' in unit ? unit.instantiation : undefined;
  return {
    kind: unit.$type,
    name: unit.name ?? '',
    nameSpan: spanOfProperty(path, unit, 'name'),
    diagnostics,
    references: referencesOf(unit, path),
    declarations: 'declarations' in unit && diagnostics.length === 0 ? unit.declarations.map(declarationOutline) : [],
    formals: 'formals' in unit ? unit.formals.map(({ name }) => name) : [],
    ...(instance ? { instantiation: instantiationOf(instance, path) } : {}),
  };
}

export const isGeneric = ({ kind }: Outline): boolean =>
  kind === 'GenericInterfaceUnit' || kind === 'GenericModuleUnit';

export const isInterface = ({ kind }: Outline): boolean => kind === 'InterfaceUnit' || kind === 'GenericInterfaceUnit';

function declarationOutline(node: ast.Declaration): DeclarationOutline {
  const { start, end } = spanOfNode('', node);
  return { names: namesOf(node), start, end };
}

function namesOf(node: ast.Declaration): string[] {
  if (node.$type === 'Revelation') return [];
  return node.$type === 'VarDecl' ? node.variables.map(({ name }) => name) : [node.name];
}

function referencesOf(unit: ast.Unit, path: string): UnitReference[] {
  const found: UnitReference[] = [];
  const add = (kind: UnitReference['kind'], name: string | undefined, node: AstNode, property: string, index = 0) => {
    if (name) found.push({ kind, name, span: spanOfProperty(path, node, property, index) });
  };
  if (unit.$type === 'ModuleUnit') {
    for (const [i, name] of unit.exports.entries()) add('export', name, unit, 'exports', i);
  }
  for (const clause of unit.imports) {
    if (clause.$type === 'FromImport') add('import', clause.unit, clause, 'unit');
    else for (const imported of clause.units) add('import', imported.unit, imported, 'unit');
  }
  return found;
}

function instantiationOf(node: ast.Instantiation, path: string): Instantiation {
  return {
    generic: node.generic,
    genericSpan: spanOfProperty(path, node, 'generic'),
    actuals: node.actuals.map((name, i) => ({ name, span: spanOfProperty(path, node, 'actuals', i) })),
  };
}
