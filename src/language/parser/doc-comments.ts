/**
 * Which comment documents a declaration. Modula-3 interfaces put it behind the declaration, other people before it: it is the
 * comment that touches the declaration with no empty line between, behind first. A comment that stands on its own lines
 * between two declarations and touches both belongs to the second.
 */
import type { AstNode, CstNode } from 'langium';
import { Token } from './tree.ts';
import { contentOf, hiddenAfter, hiddenBefore, indexInContainer } from './trivia.ts';

/** The text of the comment without its delimiters and its indentation, or undefined. */
export function docComment(node: AstNode): string | undefined {
  const cst = node.$cstNode;
  if (cst === undefined) return undefined;
  const { before, after } = node.$container === undefined ? aroundHeading(cst) : around(cst, node);
  const comments = behind(after, lastLine(cst, node)) ?? ahead(before, cst);
  return comments?.map((token) => plain(token.image)).join('\n');
}

interface Surroundings {
  readonly before: readonly Token[];
  readonly after: readonly Token[];
}

function around(cst: CstNode, node: AstNode): Surroundings {
  let before = hiddenBefore(cst);
  // The first declaration of a section has its comment before the section's keyword.
  if (before.length === 0) {
    const siblings = cst.container?.content ?? [];
    const keyword = siblings[indexInContainer(cst) - 1];
    if (keyword instanceof Token && /^[A-Z]+$/.test(keyword.image)) before = hiddenBefore(keyword);
  }
  const body = node.$type === 'ProcedureDecl' ? procedureHead(cst) : [];
  return { before, after: body.length > 0 ? body : hiddenAfter(cst) };
}

/** The comment between a procedure's `=` and its block. */
function procedureHead(cst: CstNode): Token[] {
  const content = contentOf(cst);
  const equals = content.findIndex((child) => child instanceof Token && child.image === '=');
  const result: Token[] = [];
  for (let i = equals + 1; equals >= 0 && i < content.length; i++) {
    const child = content[i];
    if (!(child instanceof Token) || !child.hidden) break;
    result.push(child);
  }
  return result;
}

/** A unit is documented behind its heading's `;` or before its first word. */
function aroundHeading(cst: CstNode): Surroundings {
  const content = contentOf(cst);
  const start = content.findIndex((child) => !child.hidden);
  const semicolon = content.findIndex((child) => child instanceof Token && child.image === ';');
  const after: Token[] = [];
  for (let i = semicolon + 1; semicolon >= 0 && i < content.length; i++) {
    const child = content[i];
    if (!(child instanceof Token) || !child.hidden) break;
    after.push(child);
  }
  return { before: content.slice(0, Math.max(start, 0)) as Token[], after };
}

function lastLine(cst: CstNode, node: AstNode): number {
  if (node.$container === undefined) {
    const semicolon = contentOf(cst).find((child) => child instanceof Token && child.image === ';');
    return (semicolon ?? cst).range.end.line;
  }
  if (node.$type === 'ProcedureDecl') {
    const equals = contentOf(cst).find((child) => child instanceof Token && child.image === '=');
    if (equals !== undefined && procedureHead(cst).length > 0) return equals.range.end.line;
  }
  return cst.range.end.line;
}

/** The comments that follow `line` without an empty line between them. */
function behind(tokens: readonly Token[], line: number): Token[] | undefined {
  const result: Token[] = [];
  let end = line;
  for (const token of tokens) {
    if (token.tokenType.name !== 'COMMENT') continue;
    if (token.startLine - 1 > end + 1) break;
    result.push(token);
    end = token.endLine - 1;
  }
  if (result.length === 0) return undefined;
  // On lines of their own and touching what follows, they are the following declaration's.
  if (result[0]!.startLine - 1 > line && touchesNext(result.at(-1)!)) return undefined;
  return result;
}

function touchesNext(comment: Token): boolean {
  const siblings = comment.container?.content ?? [];
  const next = siblings[indexInContainer(comment) + 1];
  if (next === undefined || next.hidden) return false;
  if (next instanceof Token && (next.image === 'END' || next.image === 'BEGIN')) return false;
  // A body needs no documentation of its own.
  if (next.astNode.$type === 'Block') return false;
  return next.range.start.line <= comment.endLine;
}

function ahead(tokens: readonly Token[], cst: CstNode): Token[] | undefined {
  const result: Token[] = [];
  const siblings = cst.container?.content ?? [];
  const index = indexInContainer(cst);
  const keyword = siblings[index - 1];
  const head = keyword instanceof Token && !keyword.hidden && /^[A-Z]+$/.test(keyword.image) ? keyword : cst;
  let start = head.range.start.line;
  for (const token of tokens.toReversed()) {
    if (token.tokenType.name !== 'COMMENT') {
      start = token.startLine - 1;
      continue;
    }
    if (token.endLine - 1 < start - 1) break;
    result.unshift(token);
    start = token.startLine - 1;
  }
  return result.length === 0 ? undefined : result;
}

/** Takes off `(*`, `*)`, a column of stars and the common indentation. */
function plain(image: string): string {
  const lines = image.slice(2, image.endsWith('*)') && image.length > 3 ? -2 : undefined).split(/\r\n|\r|\n/);
  const stripped = lines.map((line, i) => (i === 0 ? line.replace(/^\**\s*/, '') : line.replace(/^\s*\*+(?= |$)/, '')));
  const rest = stripped.slice(1).filter((line) => line.trim() !== '');
  const indent = Math.min(...rest.map((line) => line.length - line.trimStart().length));
  return stripped
    .map((line, i) => (i === 0 ? line : line.slice(indent)).trimEnd())
    .join('\n')
    .replace(/\**$/, '')
    .trim();
}
