/** What code actions are made of: where they are asked for, and edits by file and offset. */
import type { AstNode } from 'langium';
import type { CodeActionKind } from 'vscode-languageserver';
import type { Diagnostic } from '../../../diagnostics/diagnostic.ts';
import type * as ast from '../../generated/ast.ts';
import { spanOf } from '../../parser/spans.ts';
import type { CheckedUnit, ProcedureEntity } from '../../types/model.ts';
import { allProcedures } from '../names/walk.ts';
import type { TextMap } from '../positions.ts';
import type { Session } from '../session.ts';

export interface ActionRequest {
  readonly session: Session;
  readonly path: string;
  readonly map: TextMap;
  readonly unit: ast.Unit;
  readonly checked: CheckedUnit;
  /** The selection, or the cursor twice. */
  readonly start: number;
  readonly end: number;
  /** Our diagnostics that touch the selection. */
  readonly diagnostics: readonly Diagnostic[];
}

export interface Edit {
  readonly path: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export interface Action {
  readonly title: string;
  readonly kind: CodeActionKind;
  readonly edits: readonly Edit[];
  /** A file to be made first. */
  readonly creates?: string;
  /** What it mends. */
  readonly mends?: Diagnostic;
  /** The one that most would choose. */
  readonly preferred?: boolean;
  /** Why it cannot be done here; shown instead of doing it. */
  readonly disabled?: string;
}

export type ActionProvider = (request: ActionRequest) => Iterable<Action>;

export const insertion = (path: string, at: number, text: string): Edit => ({ path, start: at, end: at, text });

/** The nodes around an offset, the unit first. */
export function nodesAt(unit: ast.Unit, offset: number, end = offset): AstNode[] {
  const found: AstNode[] = [];
  let at: AstNode | undefined = unit;
  while (at) {
    found.push(at);
    at = children(at).find((child) => {
      const span = spanOf(child);
      return span.end > 0 && span.start <= offset && end <= span.end;
    });
  }
  return found;
}

export function children(node: AstNode): AstNode[] {
  const found: AstNode[] = [];
  for (const [key, value] of Object.entries(node)) {
    if (key[0] === '$') continue;
    for (const v of Array.isArray(value) ? value : [value])
      if (typeof v === 'object' && v !== null && '$type' in v) found.push(v as AstNode);
  }
  return found;
}

export function nodeOf<T extends AstNode>(nodes: readonly AstNode[], type: T['$type']): T | undefined {
  return nodes.findLast((n) => n.$type === type) as T | undefined;
}

/** The innermost procedure of the unit whose body is around the offset. */
export function procedureAt(unit: CheckedUnit, offset: number): ProcedureEntity | undefined {
  let found: ProcedureEntity | undefined;
  for (const p of allProcedures(unit.procedures)) {
    const { definition } = p;
    if (definition && p.span.start <= offset && offset <= definition.endSpan.end) found = p;
  }
  return found;
}

/** The blanks that the line of an offset begins with. */
export function indentAt(text: string, offset: number): string {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  return /^[ \t]*/.exec(text.slice(start))![0];
}

/** From the start of the first line of a range to behind the end of its last, if nothing else stands on them; else the range itself. */
export function wholeLines(text: string, start: number, end: number): { start: number; end: number } {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const newline = text.indexOf('\n', end);
  const lineEnd = newline < 0 ? text.length : newline + 1;
  const alone = text.slice(lineStart, start).trim() === '' && text.slice(end, lineEnd).trim() === '';
  return alone ? { start: lineStart, end: lineEnd } : { start, end };
}

/** Before the keyword of the section that a declaration begins, and the pragmas and comments that touch it. */
export function sectionStart(text: string, start: number): number {
  const head =
    /(?:(?:<\*(?:(?!\*>)[\s\S])*\*>|\(\*(?:(?!\*\))[\s\S])*\*\))[ \t]*\n?[ \t]*)*(?:\b(?:CONST|TYPE|VAR|EXCEPTION|REVEAL)\s+)?$/.exec(
      text.slice(0, start),
    );
  const from = head?.index ?? start;
  return from - (/[ \t]*$/.exec(text.slice(0, from))?.[0].length ?? 0);
}
