/**
 * A source file after parsing: its tree, its pragmas, its syntax errors, and what of it matters before anything is checked.
 */
import type { AstNode } from 'langium';
import type { Span } from '../../diagnostics/diagnostic.ts';
import type * as ast from '../generated/ast.ts';
import { parseUnit as parse } from '../parser/parse.ts';
import { type Outline, outlineOf } from './outline.ts';
import { collectPragmas, type Pragma, pragmasBefore } from './pragmas.ts';

export interface SourceFile {
  /** Path or URI as the user gave it; diagnostics carry it. */
  readonly path: string;
  readonly text: string;
}

/** An instance of a generic unit has its own name and references, and the text and the tree of the generic. */
export interface ParsedUnit extends SourceFile, Outline {
  readonly unit: ast.Unit;
  readonly pragmas: readonly Pragma[];
  readonly instance?: Instance;
}

export interface Instance {
  /** What asks for it. */
  readonly file: SourceFile;
  /** Formal names of the generic unit, bound to the interfaces given for them. */
  readonly aliases: readonly { readonly formal: string; readonly actual: string; readonly span: Span }[];
  /** The name of the generic unit, which its END repeats. */
  readonly genericName: string;
}

export function parseUnit({ path, text }: SourceFile): ParsedUnit {
  const { unit, diagnostics } = parse(text, path);
  return { ...outlineOf(unit, path, diagnostics), path, text, unit, pragmas: collectPragmas(text) };
}

/** A file whose outline is known; it is parsed when its tree is asked for. */
export function parsedWhenNeeded({ path, text }: SourceFile, outline: Outline): ParsedUnit {
  let unit: ast.Unit | undefined;
  let pragmas: readonly Pragma[] | undefined;
  return {
    ...outline,
    path,
    text,
    get unit() {
      return (unit ??= parse(text, path).unit);
    },
    get pragmas() {
      return (pragmas ??= collectPragmas(text));
    },
  };
}

/** Does a pragma of that name stand directly before the declaration? */
export function hasPragma(parsed: ParsedUnit, node: AstNode, name: string): boolean {
  if (parsed.pragmas.length === 0 || !node.$cstNode) return false;
  return pragmasBefore(parsed.text, parsed.pragmas, node.$cstNode.offset).some((p) => p.name === name);
}
