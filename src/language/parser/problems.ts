/**
 * From what the recogniser stumbled over to what a reader can use: a code, a sentence and the exact place.
 *
 * Something missing is shown where it is missing, behind the token before (a span of length 0); something wrong is shown
 * itself. Errors that merely follow from an earlier one are dropped. Not inside: lexical errors (`lexer.ts`), unbalanced
 * blocks (`repair.ts`).
 */
import { LangiumParserErrorMessageProvider } from 'langium';
import { hintFor } from './hints.ts';
import type { IToken, TokenType } from './tree.ts';

/** A syntax error; offsets in the unit's text. */
export interface SyntaxProblem {
  readonly code: string;
  readonly message: string;
  readonly start: number;
  readonly end: number;
  readonly related?: { readonly start: number; readonly end: number; readonly message: string };
  readonly hint?: string;
}

export interface RecognitionError {
  readonly name: string;
  readonly message: string;
  readonly token: IToken;
  readonly previousToken?: IToken;
  readonly resyncedTokens: readonly IToken[];
}

/** Passes on in the message what was expected; `problemOf` reads it again. */
export class ExpectationProvider extends LangiumParserErrorMessageProvider {
  override buildMismatchTokenMessage(options: { expected: TokenType; ruleName: string }): string {
    return `${options.expected.name} ${options.ruleName}`;
  }

  override buildNoViableAltMessage(options: { ruleName: string }): string {
    return `? ${options.ruleName}`;
  }

  override buildNotAllInputParsedMessage(): string {
    return 'EOF';
  }
}

/** What a rule parses, for "expected …". */
const NOUNS: Readonly<Record<string, string>> = {
  CompilationUnit: 'INTERFACE or MODULE',
  ImportClause: 'an import',
  RaisesRule: '`{` or ANY',
  TypeRule: 'a type',
  KeywordType: 'a type',
  Brand: 'a brand',
  BrandTerm: 'a brand',
  StatementRule: 'EXCEPT or FINALLY',
  Expression: 'an expression',
  Operand: 'an expression',
  ActualRule: 'an argument',
  ConstructorItem: 'an element',
  ConstructorElementRule: 'an element',
  Interface: '`;` or `=`',
  Module: '`;` or `=`',
  TypeDeclaration: '`=` or `<:`',
  Reveal: '`=` or `<:`',
};

export function isKeyword(type: TokenType): boolean {
  return /^[A-Z]+$/.test(type.name) && type.name !== 'ID' && type.name !== 'EOF';
}

/** The end of the text, which has no place of its own. */
export function isEnd(token: IToken): boolean {
  return token.tokenType.name === 'EOF';
}

function nameOf(type: string): string {
  if (type === 'ID') return 'a name';
  if (type === 'EOF') return 'the end of the text';
  return /^[A-Z]+$/.test(type) ? type : `\`${type}\``;
}

export function found(token: IToken): string {
  if (isEnd(token)) return 'but the text ends';
  if (isKeyword(token.tokenType)) return `found ${token.image}`;
  const image = token.image.length > 30 ? `${token.image.slice(0, 30)}…` : token.image;
  return `found \`${image}\``;
}

/** `next` is the token after the one where the error was noticed. */
export function problemOf(error: RecognitionError, next: IToken | undefined, textEnd: number): SyntaxProblem {
  const { token, previousToken } = error;
  const [expected = '?', rule = ''] = error.message.split(' ');
  const atEnd = isEnd(token);
  const start = atEnd ? textEnd : token.startOffset;
  const itself = { start, end: start + (atEnd ? 0 : token.image.length) };
  const gap = previousToken && !isEnd(previousToken) ? endOf(previousToken) : start;
  const behind = { start: gap, end: gap };
  // Of a text that is no unit at all there is no more to say.
  const isUnit = rule !== 'CompilationUnit' || /^(interface|module|generic|unsafe)$/i.test(token.image);
  const hint = isUnit ? hintFor(previousToken, token, next, rule) : undefined;
  const report = (code: string, message: string, place: { start: number; end: number }): SyntaxProblem => {
    return hint === undefined ? { code, message, ...place } : { code, message, ...place, hint };
  };

  if (expected === 'EOF') return report('P1014', `the unit has ended; ${found(token)} behind it`, itself);
  if (expected === '!') return report('P1013', misplaced(rule, token), itself);
  if (expected === '?') {
    const code = rule === 'CompilationUnit' ? 'P1015' : 'P1012';
    return report(code, `expected ${NOUNS[rule] ?? 'something else'}, ${found(token)}`, atEnd ? behind : itself);
  }
  if (rule === '?') {
    const what =
      expected === ')' || expected === ']' || expected === '}' ? `\`,\` or \`${expected}\`` : nameOf(expected);
    return report('P1013', `expected ${what}, ${found(token)}`, itself);
  }
  if (next !== undefined && next.tokenType.name === expected) {
    return report('P1013', `${quote(token)} does not belong here; expected ${nameOf(expected)}`, itself);
  }
  if (expected === 'ID') {
    if (!isKeyword(token.tokenType))
      return report('P1012', `expected a name, ${found(token)}`, atEnd ? behind : itself);
    const reserved = `${token.image} is a keyword and cannot be a name.`;
    return { code: 'P1020', message: `expected a name, ${found(token)}`, ...itself, hint: reserved };
  }
  return report('P1010', `expected ${nameOf(expected)} here, ${found(token)}`, behind);
}

function misplaced(list: string, token: IToken): string {
  if (list === 'Declarations') return `expected a declaration, ${found(token)}`;
  if (list === 'Imports') return `expected an import or a declaration, ${found(token)}`;
  if (list === 'Branches') return 'expected EXCEPT before the handlers';
  return `${quote(token)} does not belong here`;
}

function quote(token: IToken): string {
  return isKeyword(token.tokenType) ? token.image : `\`${token.image}\``;
}

export function endOf(token: IToken): number {
  return token.startOffset + token.image.length;
}
