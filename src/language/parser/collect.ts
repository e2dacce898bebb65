/**
 * All syntax problems of one text, one per mistake: the lexer's, the repairer's, the missing semicolons and what is left of
 * the recogniser's errors when those that follow from others are gone.
 */
import type { Modula3LexingError } from './lexer.ts';
import { endOf, found, problemOf, type RecognitionError, type SyntaxProblem } from './problems.ts';
import type { IToken, Token } from './tree.ts';
import type { ParseRun } from './tree-parser.ts';

/** Nobody reads more. */
const MOST_PROBLEMS = 100;

export interface Findings {
  readonly text: string;
  /** As parsed, that is after repair. */
  readonly tokens: readonly IToken[];
  readonly run: ParseRun;
  readonly lexical: readonly Modula3LexingError[];
  readonly repairs: readonly SyntaxProblem[];
}

export function collectProblems({ text, tokens, run, lexical, repairs }: Findings): SyntaxProblem[] {
  const problems: SyntaxProblem[] = [...repairs];
  for (const { code, message, offset, length } of lexical) {
    problems.push({ code, message, start: offset, end: offset + length });
  }
  if (run.tooDeepAt !== undefined) {
    const { startOffset: start, image } = run.tooDeepAt;
    problems.push({ code: 'P1016', message: 'this is nested too deeply', start, end: start + image.length });
  } else {
    const fixed = [...problems];
    for (const token of run.unseparated) problems.push(missingSemicolon(token, tokens));
    problems.push(...independent(run.errors, fixed, tokens, text.length));
  }
  problems.sort((a, b) => a.start - b.start);
  return limit(withoutEchoes(problems));
}

function missingSemicolon(after: Token, tokens: readonly IToken[]): SyntaxProblem {
  const next = tokens[indexAt(tokens, after.startOffset) + 1];
  const end = after.end;
  return { code: 'P1011', message: `expected \`;\` here${next ? `, ${found(next)}` : ''}`, start: end, end };
}

/** Drops every error that an earlier error or a problem already known explains. */
function independent(
  errors: readonly RecognitionError[],
  known: readonly SyntaxProblem[],
  tokens: readonly IToken[],
  textEnd: number,
): SyntaxProblem[] {
  const result: SyntaxProblem[] = [];
  let quietUntil = -1;
  for (const error of errors) {
    const { token, previousToken, resyncedTokens } = error;
    const at = Number.isNaN(token.startOffset) ? textEnd : token.startOffset;
    const skipped = resyncedTokens.at(-1);
    const quiet = at <= quietUntil;
    quietUntil = Math.max(quietUntil, skipped ? endOf(skipped) : at);
    if (quiet) continue;
    const from = previousToken && !Number.isNaN(previousToken.startOffset) ? previousToken.startOffset : at;
    if (known.some((problem) => problem.start >= from && problem.start <= at)) continue;
    result.push(problemOf(error, tokens[indexAt(tokens, at) + 1], textEnd));
  }
  return result;
}

/** Two problems at one place are one. */
function withoutEchoes(problems: readonly SyntaxProblem[]): SyntaxProblem[] {
  return problems.filter((problem, i) => i === 0 || problem.start > problems[i - 1]!.start);
}

function limit(problems: SyntaxProblem[]): SyntaxProblem[] {
  if (problems.length <= MOST_PROBLEMS) return problems;
  const rest = problems.length - MOST_PROBLEMS;
  const { start, end } = problems[MOST_PROBLEMS]!;
  const more: SyntaxProblem = { code: 'P1019', message: `and ${rest} more syntax errors`, start, end };
  return [...problems.slice(0, MOST_PROBLEMS), more];
}

/** The index of the last token that starts at or before the offset, or -1. */
function indexAt(tokens: readonly IToken[], offset: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tokens[middle]!.startOffset <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
