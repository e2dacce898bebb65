/** Takes out what nothing uses; a variable whose initial value may do something stays. Imports are in `imports.ts`. */
import { type AstNode, AstUtils } from 'langium';
import { CodeActionKind } from 'vscode-languageserver';
import type * as ast from '../../generated/ast.ts';
import { blanksEnd, nextTokenStart, wordEnd } from '../../parser/scan.ts';
import { nameSpan, spanOf } from '../../parser/spans.ts';
import { KEYWORDS } from '../../parser/words.ts';
import { type Action, type ActionRequest, nodesAt, wholeLines } from './action.ts';

interface Range {
  readonly start: number;
  readonly end: number;
}

export function* unusedDeclarations({ diagnostics, unit, map, path }: ActionRequest): Generator<Action> {
  for (const d of diagnostics) {
    if (d.code !== 'W4401') continue;
    const range = nodesAt(unit, d.span.start, d.span.end).map((node) => removal(node, d.span, map.text));
    const found = range.findLast((r) => r !== undefined);
    if (!found) continue;
    yield {
      title: `Remove ${map.text.slice(d.span.start, d.span.end)}`,
      kind: CodeActionKind.QuickFix,
      edits: [{ path, ...found, text: '' }],
      mends: d,
    };
  }
}

/** What goes when the declaration of the name at `name` goes; undefined if the node is no such declaration. */
function removal(at: AstNode, name: Range, text: string): Range | undefined {
  const node = at as ast.Declaration;
  switch (node.$type) {
    case 'VarDecl': {
      const spans = node.variables.map(spanOf);
      const index = spans.findIndex((s) => s.start === name.start);
      if (index < 0 || mayDoSomething(node.init)) return undefined;
      if (spans.length === 1) return wholeDeclaration(node, text);
      return index > 0
        ? { start: spans[index - 1]!.end, end: spans[index]!.end }
        : { start: spans[0]!.start, end: spans[1]!.start };
    }
    case 'ConstDecl':
    case 'TypeDecl':
    case 'ExceptionDecl':
    case 'ProcedureDecl':
      return nameSpan(node).start === name.start ? wholeDeclaration(node, text) : undefined;
    default:
      return undefined;
  }
}

const mayDoSomething = (init: ast.Expr | undefined): boolean =>
  init !== undefined && [init, ...AstUtils.streamAllContents(init)].some((n) => n.$type === 'CallExpr');

/** With its semicolon, and the keyword of its section if that has nothing else; not what a pragma speaks of. */
function wholeDeclaration(node: ast.Declaration, text: string): Range | undefined {
  let { start, end } = spanOf(node);
  if (/\*>\s*$/.test(text.slice(0, start))) return undefined;
  const semicolon = nextTokenStart(text, end);
  if (text[semicolon] === ';') end = semicolon + 1;
  const keyword = /\b(?:CONST|TYPE|VAR|EXCEPTION)[ \t\r\n]+$/.exec(text.slice(0, start));
  if (keyword) {
    const next = nextTokenStart(text, end);
    const isLast = next >= text.length || KEYWORDS.has(text.slice(next, wordEnd(text, next)));
    if (isLast) start = keyword.index;
    else if (!keyword[0].includes('\n')) return { start, end: blanksEnd(text, end) };
  }
  return wholeLines(text, start, end);
}
