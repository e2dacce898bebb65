/**
 * Folding: whatever opens with one word and closes with END or UNTIL, sections of declarations, lists of imports, comments, and regions between pragma
 * comments `(* region … *)` and `(* endregion *)`. By tokens alone, so that folds stay while the text does not parse.
 */
import { type FoldingRange, FoldingRangeKind } from 'vscode-languageserver';
import { tokenize } from '../../parser/tokens.ts';
import type { Token } from '../../parser/tree.ts';
import type { Feature } from '../session.ts';

export const folding: Feature = {
  capabilities: { foldingRangeProvider: true },
  register({ connection, host, workspace }) {
    connection.onFoldingRanges(({ textDocument }) => {
      const text = workspace.text(host.pathOf(textDocument.uri));
      return text === undefined ? null : foldingRanges(text);
    });
  },
};

const SECTIONS = new Set(['CONST', 'TYPE', 'VAR', 'EXCEPTION', 'REVEAL']);
/** What ends a section or the imports. */
const NEXT = new Set([...SECTIONS, 'PROCEDURE', 'EPHEMERAL', 'FUNCTIONAL', 'BEGIN', 'END', 'IMPORT', 'FROM']);
const OPENERS = new Set('IF WHILE FOR LOOP CASE TYPECASE TRY WITH LOCK RECORD OBJECT'.split(' '));
/** Parts of one construct: each folds by itself. */
const MIDDLES = new Set('ELSE ELSIF EXCEPT FINALLY METHODS OVERRIDES'.split(' '));

interface Open {
  readonly word: string;
  readonly line: number;
}

export function foldingRanges(text: string): FoldingRange[] {
  const { visible, hidden } = tokenize(text);
  const found = new Map<string, FoldingRange>();
  const add = (startLine: number, endLine: number, kind?: FoldingRangeKind): void => {
    if (endLine > startLine) found.set(`${startLine}:${endLine}`, { startLine, endLine, ...(kind ? { kind } : {}) });
  };
  addComments(hidden, add);
  addBlocks(visible, add);
  addSections(visible, add);
  return [...found.values()].sort((a, b) => a.startLine - b.startLine || b.endLine - a.endLine);
}

type Add = (startLine: number, endLine: number, kind?: FoldingRangeKind) => void;

const lineOf = (token: Token): number => token.startLine - 1;

function addComments(hidden: readonly Token[], add: Add): void {
  const regions: number[] = [];
  for (const token of hidden) {
    add(lineOf(token), token.endLine - 1, FoldingRangeKind.Comment);
    if (/^(?:\(\*|<\*)\s*#?region\b/i.test(token.image)) regions.push(lineOf(token));
    else if (/^(?:\(\*|<\*)\s*#?endregion\b/i.test(token.image)) {
      const start = regions.pop();
      if (start !== undefined) add(start, lineOf(token), FoldingRangeKind.Region);
    }
  }
}

/** The line of END stays to be seen. */
function addBlocks(tokens: readonly Token[], add: Add): void {
  const open: Open[] = [];
  tokens.forEach((token, i) => {
    const word = token.image;
    const line = lineOf(token);
    if (word === 'PROCEDURE') {
      if (hasBody(tokens, i)) open.push({ word, line });
    } else if (word === 'BEGIN') {
      // That of a procedure or a unit folds with its heading, too.
      open.push({ word, line });
    } else if (OPENERS.has(word) || word === 'REPEAT') open.push({ word, line });
    else if (MIDDLES.has(word) && open.length > 0) {
      const before = open.at(-1)!;
      if (before.word !== 'BEGIN' && before.word !== 'PROCEDURE') {
        add(before.line, line - 1);
        open[open.length - 1] = { word: before.word, line };
      }
    } else if (word === 'END' || word === 'UNTIL') {
      const last = open.pop();
      if (last) add(last.line, line - 1);
      if (open.at(-1)?.word === 'PROCEDURE' && last?.word === 'BEGIN' && tokens[i + 1]?.tokenType.name === 'ID')
        add(open.pop()!.line, line - 1);
    }
  });
}

/** Is it a declaration with a body, not a heading or a type? */
function hasBody(tokens: readonly Token[], procedure: number): boolean {
  if (tokens[procedure + 1]?.tokenType.name !== 'ID' || tokens[procedure + 2]?.image !== '(') return false;
  let depth = 0;
  for (let i = procedure + 2; i < tokens.length; i++) {
    const { image } = tokens[i]!;
    if (image === '(' || image === '{') depth++;
    else if (image === ')' || image === '}') depth--;
    else if (depth === 0 && image === ';') return false;
    else if (depth === 0 && image === '=') return true;
    else if (depth === 0 && NEXT.has(image)) return false;
  }
  return false;
}

function addSections(tokens: readonly Token[], add: Add): void {
  let start: Token | undefined;
  let last: Token | undefined;
  let depth = 0;
  const isImport = (token: Token): boolean => token.image === 'IMPORT' || token.image === 'FROM';
  for (const token of tokens) {
    const { image } = token;
    if (OPENERS.has(image)) depth++;
    else if (image === 'END' && depth > 0) depth--;
    // FROM I IMPORT is one clause; PROCEDURE, METHODS and their like stand in types, too.
    else if (
      depth === 0 &&
      NEXT.has(image) &&
      !(image === 'IMPORT' && last?.tokenType.name === 'ID') &&
      startsLine(token, last)
    ) {
      const continues = start && isImport(start) && isImport(token);
      if (!continues) {
        if (start && last) add(lineOf(start), last.endLine - 1, isImport(start) ? FoldingRangeKind.Imports : undefined);
        start = SECTIONS.has(image) || isImport(token) ? token : undefined;
      }
    }
    last = token;
  }
}

const startsLine = (token: Token, before: Token | undefined): boolean => !before || before.endLine < token.startLine;
