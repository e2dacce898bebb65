/**
 * All syntax problems of one text, one per mistake: the lexer's, the repairer's, the missing semicolons and what is left of
 * the recogniser's errors when those that follow from others are gone.
 */
import { hintFor, lexicalHint } from './hints.ts';
import type { Modula3LexingError } from './lexer.ts';
import { found, isEnd, problemOf, type SyntaxProblem } from './problems.ts';
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
    const hint = lexicalHint(code, text.slice(offset, offset + length));
    problems.push({ code, message, start: offset, end: offset + length, ...(hint !== undefined && { hint }) });
  }
  if (run.tooDeepAt !== undefined) {
    const { startOffset: start, image } = run.tooDeepAt;
    problems.push({ code: 'P1016', message: 'this is nested too deeply', start, end: start + image.length });
  } else {
    problems.push(...independent(candidates(run, tokens, text.length), problems, tokens));
  }
  problems.sort((a, b) => a.start - b.start);
  return limit(withoutEchoes(problems));
}

/** A problem that may only follow from an earlier one. */
interface Candidate {
  /** The index of the token where it was noticed, and of the one where parsing went on. */
  readonly at: number;
  readonly until: number;
  /** Start of the token before and of the one where it was noticed: a lexical error between them explains it. */
  readonly from: number;
  readonly to: number;
  readonly problem: () => SyntaxProblem;
}

function candidates(run: ParseRun, tokens: readonly IToken[], textEnd: number): Candidate[] {
  const result: Candidate[] = run.missing.map(({ after, what, list }) => {
    const index = indexAt(tokens, after.startOffset);
    const problem = (): SyntaxProblem => missing(what, list, after, tokens[index + 1], tokens[index + 2]);
    const to = tokens[index + 1]?.startOffset ?? textEnd;
    return { at: index + 1, until: index + 1, from: after.startOffset, to, problem };
  });
  for (const error of run.errors) {
    const { token, previousToken, resyncedTokens } = error;
    const eof = isEnd(token);
    const at = eof ? tokens.length : indexAt(tokens, token.startOffset);
    const last = resyncedTokens.at(-1);
    const until = last === undefined || isEnd(last) ? at : indexAt(tokens, last.startOffset);
    const from = previousToken && !isEnd(previousToken) ? previousToken.startOffset : 0;
    const to = eof ? textEnd : token.startOffset;
    result.push({ at, until, from, to, problem: () => problemOf(error, tokens[at + 1], textEnd) });
  }
  return result.sort((a, b) => a.at - b.at);
}

/** So many tokens behind a mistake nothing is reported: the recogniser may still be out of step. */
const QUIET_TOKENS = 3;

/** Drops what an earlier candidate or a problem already known explains. */
function independent(
  all: readonly Candidate[],
  known: readonly SyntaxProblem[],
  tokens: readonly IToken[],
): SyntaxProblem[] {
  const result: SyntaxProblem[] = [];
  const places = known.map(({ start }) => start).sort((a, b) => a - b);
  let place = 0;
  let quietUntil = -1;
  for (const { at, until, from, to, problem } of all) {
    const quiet = at <= quietUntil;
    quietUntil = Math.max(quietUntil, until, quiet ? at : clauseEnd(at, tokens));
    if (quiet) continue;
    while (place < places.length && places[place]! < from) place++;
    const explained = place < places.length && places[place]! <= to;
    if (!explained) result.push(problem());
  }
  return result;
}

/** What follows a mistake up to a `;`, on its line and in any case for some tokens, is too close to it to be judged. */
function clauseEnd(at: number, tokens: readonly IToken[]): number {
  const line = tokens[at]?.startLine;
  for (let end = at; ; end++) {
    const next = tokens[end + 1];
    if (next === undefined || tokens[end]!.image === ';') return end;
    if (end >= at + QUIET_TOKENS && next.startLine !== line) return end;
  }
}

function missing(
  what: string,
  list: string,
  after: Token,
  next: IToken | undefined,
  second: IToken | undefined,
): SyntaxProblem {
  const message = `expected ${what} here${next ? `, ${found(next)}` : ''}`;
  const hint = next && hintFor(after, next, second, list);
  const code = what === '`;`' ? 'P1011' : 'P1010';
  return { code, message, start: after.end, end: after.end, ...(hint !== undefined && { hint }) };
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
