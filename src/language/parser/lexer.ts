/**
 * The lexer: text to tokens, hidden tokens (comments and pragmas) and lexical errors, in one pass.
 *
 * Written by hand because Modula-3 has what regular expressions lack: comments and pragmas nest, one pragma (ASSERT) is syntax,
 * and a few words are keywords only before certain others. The token types come from the grammar.
 * Every lexical mistake gives exactly one error at its start, and the lexer always advances.
 */
import type { LangiumCoreServices, Lexer, LexerResult } from 'langium';
import { quotedValue } from './literals.ts';
import {
  blanksEnd,
  CHAR,
  commentEnd,
  isBlank,
  isDigit,
  isLetter,
  isLineEnd,
  lineEnd,
  nextTokenStart,
  pragmaEnd,
  quotedEnd,
  scanNumber,
  wordEnd,
} from './scan.ts';
import { Token, type TokenType } from './tree.ts';

type ILexingError = LexerResult['errors'][number];
type TokenTypeDictionary = Lexer['definition'];

/** A lexing error that knows its diagnostic code. */
export interface Modula3LexingError extends ILexingError {
  readonly code: string;
}

export class Modula3Lexer implements Lexer {
  readonly definition: TokenTypeDictionary;
  private readonly words = new Map<string, TokenType>();

  constructor(services: LangiumCoreServices) {
    const types: TokenTypeDictionary = {};
    for (const type of services.parser.TokenBuilder.buildTokens(services.Grammar) as TokenType[])
      types[type.name] = type;
    this.definition = types;
    for (const [name, type] of Object.entries(types)) {
      if (/^[A-Z]+$/.test(name) && !TERMINALS.has(name)) this.words.set(name, type);
    }
  }

  tokenize(text: string): LexerResult {
    return new Scan(text, this.definition, this.words).run();
  }
}

const TERMINALS = new Set(['ID', 'WHITESPACE', 'COMMENT', 'PRAGMA']);

/** Attributes, keywords only before PROCEDURE, each other or a method's name. */
const ATTRIBUTES = new Set(['EPHEMERAL', 'FUNCTIONAL']);

const PUNCTUATION_2 = new Set([':=', '<=', '>=', '=>', '<:', '..', '*>']);
const PUNCTUATION_1 = new Set('#&()*+,-./:;<=>[]^{|}');

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const ENDS_FILE = /[\0\x1a]/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: as above
const PADDING = /^[\0\x1a\s]+/;

/** One run over one text. */
class Scan {
  private readonly tokens: Token[] = [];
  private readonly hidden: Token[] = [];
  private readonly errors: Modula3LexingError[] = [];
  private readonly text: string;
  private readonly types: TokenTypeDictionary;
  private readonly words: ReadonlyMap<string, TokenType>;
  private at = 0;
  private line = 1;
  private lineStart = 0;

  constructor(text: string, types: TokenTypeDictionary, words: ReadonlyMap<string, TokenType>) {
    this.text = text;
    this.types = types;
    this.words = words;
  }

  run(): LexerResult {
    const { text } = this;
    while (this.at < text.length) {
      const code = text.charCodeAt(this.at);
      if (code === 0x20 || code === CHAR.tab) this.at++;
      else if (isLetter(code)) this.word();
      else if (isLineEnd(code)) this.newline(code);
      else if (isDigit(code)) this.number();
      else if (code === CHAR.quote || code === CHAR.doubleQuote) this.quoted(this.at);
      else if (code === CHAR.open && text.charCodeAt(this.at + 1) === CHAR.star) this.comment();
      else if (code === CHAR.less && text.charCodeAt(this.at + 1) === CHAR.star) this.pragma();
      else if (isBlank(code)) this.at++;
      else this.punctuation();
    }
    return { tokens: this.tokens, hidden: this.hidden, errors: this.errors };
  }

  private newline(code: number): void {
    this.at += code === CHAR.carriageReturn && this.text.charCodeAt(this.at + 1) === CHAR.newline ? 2 : 1;
    this.line++;
    this.lineStart = this.at;
  }

  private word(): void {
    const { text, at } = this;
    const end = wordEnd(text, at);
    const word = text.slice(at, end);
    const next = text.charCodeAt(end);
    if (word === 'W' && (next === CHAR.quote || next === CHAR.doubleQuote)) {
      this.quoted(end);
      return;
    }
    const keyword = this.words.get(word);
    this.emit(keyword !== undefined && this.isKeywordHere(word, end) ? keyword : this.types['ID']!, word, end);
  }

  private isKeywordHere(word: string, end: number): boolean {
    const soft = ATTRIBUTES.has(word);
    if (!soft && word !== 'ALIGNED') return true;
    const start = nextTokenStart(this.text, end);
    const code = this.text.charCodeAt(start);
    if (!isLetter(code)) return !soft && isDigit(code);
    const next = this.text.slice(start, wordEnd(this.text, start));
    return !this.words.has(next) || ATTRIBUTES.has(next) || (soft && next === 'PROCEDURE');
  }

  private number(): void {
    const { end, kind, problem } = scanNumber(this.text, this.at);
    if (problem !== undefined) this.error('P1005', this.at, end, problem);
    this.emitTo(this.types[kind === 'real' ? 'REAL_LITERAL' : 'INT_LITERAL']!, end);
  }

  /** `open` is the offset of the quote, which `W` may precede. */
  private quoted(open: number): void {
    const { text, at } = this;
    const isText = text.charCodeAt(open) === CHAR.doubleQuote;
    const end = quotedEnd(text, open);
    if (end < 0) {
      this.error('P1003', at, open + 1, `this ${isText ? 'text' : 'character'} literal is not closed on its line`);
      // A text may well run to the end of the line; a character is one character.
      this.emitTo(
        this.types[isText ? 'TEXT_LITERAL' : 'CHAR_LITERAL']!,
        isText ? lineEnd(text, open) : this.characterEnd(open),
      );
      return;
    }
    const { codes, problem } = quotedValue(text.slice(at, end));
    if (problem !== undefined) this.error('P1006', at + problem.start, at + problem.end, problem.message);
    else if (text.startsWith("'''", open))
      this.error('P1007', at, end, 'a quote in a character literal is written with a backslash');
    else if (!isText && codes.length !== 1)
      this.error('P1007', at, end, 'a character literal holds exactly one character');
    this.emitTo(this.types[isText ? 'TEXT_LITERAL' : 'CHAR_LITERAL']!, end);
  }

  private characterEnd(open: number): number {
    const next = open + 1;
    return next < this.text.length && !isBlank(this.text.charCodeAt(next)) ? next + 1 : next;
  }

  private comment(): void {
    const end = commentEnd(this.text, this.at);
    if (end < 0) this.error('P1001', this.at, this.at + 2, 'this comment is not closed');
    this.hide(this.types['COMMENT']!, end < 0 ? this.text.length : end);
  }

  private pragma(): void {
    const { text, at } = this;
    const start = blanksEnd(text, at + 2);
    const end = wordEnd(text, start);
    if (text.slice(start, end) === 'ASSERT') {
      this.emitTo(this.types['ASSERT_OPEN']!, end);
      return;
    }
    const close = pragmaEnd(text, at);
    if (close < 0) this.error('P1002', at, at + 2, 'this pragma is not closed');
    this.hide(this.types['PRAGMA']!, close < 0 ? text.length : close);
  }

  private punctuation(): void {
    const { text, at } = this;
    const pair = text.slice(at, at + 2);
    const image = PUNCTUATION_2.has(pair) ? pair : pair[0]!;
    if (image.length === 2 || PUNCTUATION_1.has(image)) this.emit(this.types[image]!, image, at + image.length);
    else this.garbage();
  }

  /** A run of characters that start no token is one mistake. */
  private garbage(): void {
    const { text, at } = this;
    // Old systems filled the last block of a file, or marked its end with control-Z.
    if (ENDS_FILE.test(text[at]!) && this.tokens.at(-1)?.image === '.' && text.slice(at).replace(PADDING, '') === '') {
      this.at = text.length;
      return;
    }
    if (text.charCodeAt(at) === 0) {
      this.error('P1008', at, at + 1, 'this is not a text file: it contains a NUL character');
      this.at = text.length;
      return;
    }
    let end = at + 1;
    while (end < text.length && startsNothing(text.charCodeAt(end))) end++;
    const shown = JSON.stringify(text.slice(at, Math.min(end, at + 20))).slice(1, -1);
    const what = end - at > 20 ? `${shown}…` : shown;
    this.error('P1004', at, end, `\`${what}\` has no meaning in Modula-3`);
    this.at = end;
  }

  private emitTo(type: TokenType, end: number): void {
    this.emit(type, this.text.slice(this.at, end), end);
  }

  private emit(type: TokenType, image: string, end: number): void {
    const { at } = this;
    this.tokens.push(new Token(type, image, at, this.line, at - this.lineStart + 1, false));
    // Only ASSERT_OPEN may contain a line end.
    if (image.length > 1 && image.charCodeAt(1) === CHAR.star) this.countLines(end);
    this.at = end;
  }

  private hide(type: TokenType, end: number): void {
    const { at } = this;
    this.hidden.push(new Token(type, this.text.slice(at, end), at, this.line, at - this.lineStart + 1, true));
    this.countLines(end);
    this.at = end;
  }

  private countLines(end: number): void {
    while (this.at < end) {
      const code = this.text.charCodeAt(this.at);
      if (isLineEnd(code)) this.newline(code);
      else this.at++;
    }
  }

  private error(code: string, start: number, end: number, message: string): void {
    this.errors.push({
      code,
      message,
      offset: start,
      length: end - start,
      line: this.line,
      column: start - this.lineStart + 1,
    });
  }
}

function startsNothing(code: number): boolean {
  if (code === 0 || isBlank(code) || isLetter(code) || isDigit(code)) return false;
  return code !== CHAR.quote && code !== CHAR.doubleQuote && !PUNCTUATION_1.has(String.fromCharCode(code));
}
