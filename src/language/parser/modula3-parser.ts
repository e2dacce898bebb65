/**
 * Text to syntax tree and syntax problems: lexing, parsing and, when that fails on unbalanced blocks, a second parse of the
 * repaired tokens. This is the `LangiumParser` of the services; its `parserErrors` are the final problems, lexical ones too.
 */
import type { AstNode, LangiumCoreServices, LangiumParser, ParseResult } from 'langium';
import { collectProblems } from './collect.ts';
import { compileGrammar } from './grammar-compiler.ts';
import { mendHabits } from './habits.ts';
import type { Modula3LexingError } from './lexer.ts';
import type { SyntaxProblem } from './problems.ts';
import { RecoveringParser } from './recovering-parser.ts';
import { repairBlocks } from './repair.ts';
import type { IToken, Token } from './tree.ts';

export interface Modula3ParseResult<T extends AstNode = AstNode> extends ParseResult<T> {
  /** All syntax problems in source order, at most one per mistake. */
  readonly problems: readonly SyntaxProblem[];
}

/** An unclosed comment or pragma, or a NUL, takes the rest of the text with it, so nothing is known about the blocks. */
const SWALLOWING = new Set(['P1001', 'P1002', 'P1008']);

export class Modula3Parser extends RecoveringParser {
  parse<T extends AstNode = AstNode>(text: string): Modula3ParseResult<T> {
    const lexed = this.lexer.tokenize(text);
    const hidden = lexed.hidden as Token[];
    let run = this.run(text, lexed.tokens, hidden);
    let tokens: readonly IToken[] = lexed.tokens;
    let repairs: readonly SyntaxProblem[] = [];
    const whole = !lexed.errors.some((error) => SWALLOWING.has((error as Modula3LexingError).code));
    if (run.errors.length + run.missing.length > 0 && run.tooDeepAt === undefined && whole) {
      const mended = mendHabits(lexed.tokens as Token[], this.lexer.definition);
      // Where nothing but semicolons is missing, the blocks are all right.
      const blocks = run.errors.length + mended.problems.length > 0;
      const repaired = blocks ? repairBlocks(mended.tokens, this.lexer.definition) : { tokens: [], problems: [] };
      if (mended.problems.length + repaired.problems.length > 0) {
        repairs = [...mended.problems, ...repaired.problems];
        tokens = repaired.tokens;
        run = this.run(text, tokens, hidden);
      }
    }
    const problems = collectProblems({ text, tokens, run, lexical: lexed.errors as Modula3LexingError[], repairs });
    const value = run.unit as unknown as T;
    if (problems.length === 0) return { value, problems, lexerErrors: [], parserErrors: [] };
    const lines = new LineIndex(text);
    return { value, problems, lexerErrors: [], parserErrors: problems.map((problem) => asError(problem, lines)) };
  }

  get definitionErrors(): readonly unknown[] {
    return this.wrapper.definitionErrors;
  }
}

/** In the shape that Langium's document validator reads: an error at a token. */
function asError(problem: SyntaxProblem, lines: LineIndex): ParseResult['parserErrors'][number] {
  const start = lines.position(problem.start);
  const end = lines.position(problem.end);
  const token = {
    image: '',
    startOffset: problem.start,
    endOffset: Math.max(problem.start, problem.end - 1),
    startLine: start.line,
    startColumn: start.column,
    endLine: end.line,
    endColumn: end.column - 1,
  };
  return { name: problem.code, message: problem.message, token, resyncedTokens: [], context: {} } as never;
}

/** Lines and columns from 1, for the few offsets that need them. */
class LineIndex {
  private readonly starts: number[] = [0];

  constructor(text: string) {
    for (const match of text.matchAll(/\r\n|\r|\n/g)) this.starts.push(match.index + match[0].length);
  }

  position(offset: number): { line: number; column: number } {
    const next = this.starts.findIndex((start) => start > offset);
    const line = next < 0 ? this.starts.length : next;
    return { line, column: offset - this.starts[line - 1]! + 1 };
  }
}

export function createModula3Parser(services: LangiumCoreServices): LangiumParser {
  const parser = new Modula3Parser(services);
  compileGrammar(services, parser);
  parser.finalize();
  return parser as unknown as LangiumParser;
}
