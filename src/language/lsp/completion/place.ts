/**
 * Which kind of word belongs at the cursor: decided from the syntax tree of the text with a made-up name at that place, and where the parser
 * could make nothing of it, from the tokens before.
 */
import { type AstNode, AstUtils } from 'langium';
import type * as ast from '../../generated/ast.ts';
import { commentEnd, isWordPart, pragmaEnd, quotedEnd } from '../../parser/scan.ts';
import { spanOf } from '../../parser/spans.ts';

/** A name that no program has, for the cursor to stand on. */
export const PROBE_NAME = 'Zz_cursor_zZ';

export interface Cursor {
  /** The text with `PROBE_NAME` in place of the word at the cursor. */
  readonly probed: string;
  /** The part of the word that stands before the cursor. */
  readonly prefix: string;
  /** The whole word at the cursor. */
  readonly start: number;
  readonly end: number;
}

export function cursorAt(text: string, offset: number): Cursor {
  let start = offset;
  while (start > 0 && isWordPart(text.charCodeAt(start - 1))) start--;
  let end = offset;
  while (end < text.length && isWordPart(text.charCodeAt(end))) end++;
  return { probed: text.slice(0, start) + PROBE_NAME + text.slice(end), prefix: text.slice(start, offset), start, end };
}

export type Place =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'pragma'; readonly name: string | undefined }
  /** `after`: directly behind an operand, where an operator or the keyword of the construct may follow, too. */
  | { readonly kind: 'statement'; readonly node?: AstNode }
  | { readonly kind: 'expression'; readonly node: AstNode }
  | { readonly kind: 'member'; readonly node: ast.SelectExpr | ast.NamedType | ast.QualName }
  | { readonly kind: 'type'; readonly node: AstNode }
  | { readonly kind: 'exception'; readonly node: AstNode }
  | { readonly kind: 'interface' }
  | { readonly kind: 'imported'; readonly unit: string }
  | { readonly kind: 'override' }
  | { readonly kind: 'revelation' }
  | { readonly kind: 'heading'; readonly node: AstNode }
  | { readonly kind: 'formal' }
  | { readonly kind: 'end'; readonly name: string }
  | { readonly kind: 'declaration' };

export function placeOf(unit: ast.Unit, cursor: Cursor): Place {
  const inside = insideWhat(cursor.probed, cursor.start);
  if (inside === 'comment' || inside === 'literal') return { kind: 'nothing' };
  if (typeof inside === 'object') return { kind: 'pragma', name: inside.pragma };
  const node = probedNode(unit, cursor.start);
  return node ? placeOfNode(node) : placeOfTokens(cursor);
}

function placeOfNode(node: AstNode): Place {
  const n = node as ast.Expr | ast.Type | ast.Statement | ast.Declaration | AstNode;
  switch (n.$type) {
    case 'NameExpr':
      return isStatement(n) ? { kind: 'statement', node: n } : { kind: 'expression', node: n };
    case 'SelectExpr':
      return { kind: 'member', node: n as ast.SelectExpr };
    case 'NamedType':
      return (n as ast.NamedType).names.length > 1
        ? { kind: 'member', node: n as ast.NamedType }
        : { kind: 'type', node: n };
    case 'QualName':
      return (n as ast.QualName).names.length > 1
        ? { kind: 'member', node: n as ast.QualName }
        : { kind: 'exception', node: n };
    case 'ImportedUnit':
    case 'Instantiation':
      return { kind: 'interface' };
    case 'FromImport':
      return { kind: 'interface' };
    case 'ImportedName':
      return { kind: 'imported', unit: (n.$container as ast.FromImport).unit };
    case 'OverrideDecl':
      return { kind: 'override' };
    case 'Revelation':
      return { kind: 'revelation' };
    case 'Formal':
      return { kind: 'formal' };
    case 'ProcedureDecl':
      return endsHere(n) ? { kind: 'end', name: (n as ast.ProcedureDecl).name } : { kind: 'heading', node: n };
    case 'InterfaceUnit':
    case 'ModuleUnit':
    case 'GenericInterfaceUnit':
    case 'GenericModuleUnit':
      if (endsHere(n)) return { kind: 'end', name: (n as ast.Unit).name };
      return (n as ast.ModuleUnit).exports?.includes(PROBE_NAME) ? { kind: 'interface' } : { kind: 'nothing' };
    case 'Variable':
      return n.$container?.$type === 'VarDecl' ? { kind: 'declaration' } : { kind: 'nothing' };
    case 'ConstDecl':
    case 'TypeDecl':
    case 'ExceptionDecl':
      return { kind: 'declaration' };
    default:
      return { kind: 'nothing' };
  }
}

const endsHere = (n: AstNode): boolean => (n as { endName?: string }).endName === PROBE_NAME;

/** The outermost call or designator that starts a statement. */
function isStatement(node: AstNode): boolean {
  const { $container: above } = node;
  if (above?.$type === 'CallStatement') return true;
  return above?.$type === 'AssignStatement' && (above as ast.AssignStatement).target === node;
}

/** The node of which some property is the probe. */
function probedNode(unit: ast.Unit, start: number): AstNode | undefined {
  if (hasProbe(unit)) return unit;
  for (const node of AstUtils.streamAllContents(unit)) {
    if (!hasProbe(node)) continue;
    const { start: from, end } = spanOf(node);
    if (end === 0 || (from <= start && start <= end)) return node;
  }
  return undefined;
}

function hasProbe(node: AstNode): boolean {
  for (const [key, value] of Object.entries(node)) {
    if (key[0] === '$') continue;
    if (value === PROBE_NAME || (Array.isArray(value) && value.includes(PROBE_NAME))) return true;
  }
  return false;
}

// ---------------------------------------------------------------- where the tree does not help

/** The comment, literal or pragma that an offset lies in. */
function insideWhat(text: string, offset: number): 'comment' | 'literal' | { pragma: string | undefined } | undefined {
  let at = 0;
  while (at < offset) {
    const two = text.slice(at, at + 2);
    let end = at + 1;
    let what: ReturnType<typeof insideWhat>;
    if (two === '(*') {
      end = closed(commentEnd(text, at), text);
      what = 'comment';
    } else if (two === '<*') {
      if (/^<\*\s*ASSERT\b/.test(text.slice(at, at + 40))) {
        at += 2;
        continue;
      }
      end = closed(pragmaEnd(text, at), text);
      what = { pragma: /^<\*\s*([A-Za-z_]+)\s/.exec(text.slice(at, offset))?.[1] };
    } else if (two[0] === '"' || two[0] === "'") {
      const found = quotedEnd(text, at);
      end = found < 0 ? at + 1 : found;
      what = 'literal';
    }
    if (what && offset < end) return what;
    at = end;
  }
  return undefined;
}

const closed = (end: number, text: string): number => (end < 0 ? text.length + 1 : end);

/** `END Name;` closes a procedure; other things that end with a semicolon are declarations when a section's keyword stands before them. */
const DECLARING =
  /\b(?:CONST|TYPE|VAR|EXCEPTION|REVEAL|IMPORT)\b(?:(?!\b(?:BEGIN|PROCEDURE)\b)[\s\S])*;\s*$|\bEND\s+\w+\s*;\s*$|\b(?:INTERFACE|MODULE)\s+\w+[^;]*;\s*$/;

/** Could a declaration begin at the cursor? */
export function followsDeclaration({ probed, start }: Cursor): boolean {
  return DECLARING.test(withoutComments(probed.slice(Math.max(0, start - 2000), start)));
}

const withoutComments = (text: string): string =>
  text.replace(/\(\*(?:(?!\*\))[\s\S])*\*\)|<\*(?:(?!\*>)[\s\S])*\*>/g, ' ');

function placeOfTokens(cursor: Cursor): Place {
  const { probed, start } = cursor;
  const before = withoutComments(probed.slice(Math.max(0, start - 2000), start));
  if (/\b(?:FROM|EXPORTS)\s*$|\bIMPORT\s+(?:\w+\s*,\s*)*$/.test(before)) return { kind: 'interface' };
  return followsDeclaration(cursor) ? { kind: 'declaration' } : { kind: 'statement' };
}
