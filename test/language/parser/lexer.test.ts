import { describe, expect, it } from 'vitest';
import { createModula3CoreServices } from '../../../src/language/parser/services.ts';
import { KEYWORDS } from '../../../src/language/parser/words.ts';

const { modula3 } = createModula3CoreServices();
const lexer = modula3.parser.Lexer;

/** Token type and text; keywords and punctuation just as they are. */
function tokens(text: string): string[] {
  return lexer.tokenize(text).tokens.map(({ tokenType, image }) => {
    return tokenType.name === image ? image : `${tokenType.name}:${image}`;
  });
}

function errors(text: string): string[] {
  return lexer
    .tokenize(text)
    .errors.map((error) => `${(error as { code?: string }).code}@${error.offset}+${error.length}`);
}

describe('tokens', () => {
  it('tells a range from a real', () => {
    expect(tokens('1..5 1.5 1.0..2.0')).toEqual([
      'INT_LITERAL:1',
      '..',
      'INT_LITERAL:5',
      'REAL_LITERAL:1.5',
      'REAL_LITERAL:1.0',
      '..',
      'REAL_LITERAL:2.0',
    ]);
  });

  it('takes the longest operator', () => {
    expect(tokens(':= : = <= < <: => >= > .. . *> *')).toEqual(':= : = <= < <: => >= > .. . *> *'.split(' '));
  });

  it('ends a number before a word', () => {
    expect(tokens('1TO 1.0END 16_FFDO')).toEqual([
      'INT_LITERAL:1',
      'TO',
      'REAL_LITERAL:1.0',
      'END',
      'INT_LITERAL:16_FFD',
      'ID:O',
    ]);
  });

  it('reads W as a name unless a quote follows', () => {
    expect(tokens(`W W"a" W'b' Wx`)).toEqual(['ID:W', 'TEXT_LITERAL:W"a"', "CHAR_LITERAL:W'b'", 'ID:Wx']);
  });

  it('has the attributes as keywords only before what they qualify', () => {
    expect(tokens('EPHEMERAL (* c *) <*INLINE*> FUNCTIONAL PROCEDURE')).toEqual([
      'EPHEMERAL',
      'FUNCTIONAL',
      'PROCEDURE',
    ]);
    expect(tokens('FUNCTIONAL m ( ) EPHEMERAL := FUNCTIONAL ; EPHEMERAL')).toEqual([
      'FUNCTIONAL',
      'ID:m',
      '(',
      ')',
      'ID:EPHEMERAL',
      ':=',
      'ID:FUNCTIONAL',
      ';',
      'ID:EPHEMERAL',
    ]);
    expect(tokens('ALIGNED 32 FOR ALIGNED')).toEqual(['ALIGNED', 'INT_LITERAL:32', 'FOR', 'ID:ALIGNED']);
  });

  it('knows the same keywords as the grammar', () => {
    const names = Object.keys(lexer.definition).filter((name) => /^[A-Z]+$/.test(name));
    const terminals = ['ID', 'WHITESPACE', 'COMMENT', 'PRAGMA'];
    expect(new Set(names.filter((name) => !terminals.includes(name)))).toEqual(KEYWORDS);
  });

  it('skips a byte order mark and counts every kind of line end once', () => {
    const { tokens } = lexer.tokenize('\uFEFFa\r\nb\rc\nd');
    expect(tokens.map(({ startLine, startColumn }) => [startLine, startColumn])).toEqual([
      [1, 2],
      [2, 1],
      [3, 1],
      [4, 1],
    ]);
  });
});

describe('comments and pragmas', () => {
  const hidden = (text: string): string[] => lexer.tokenize(text).hidden.map(({ image }) => image);

  it('nest', () => {
    expect(hidden('(* a (* b *) <* c *) x <* a (* *> *) <* b *> "*>" c *> y')).toEqual([
      '(* a (* b *) <* c *)',
      '<* a (* *> *) <* b *> "*>" c *>',
    ]);
  });

  it('take an apostrophe or a lonely quote in a pragma for prose', () => {
    expect(hidden(`<* don't say " *> x`)).toEqual([`<* don't say " *>`]);
  });

  it('leave the ASSERT pragma to the parser', () => {
    expect(tokens('<* ASSERT x *> <*ASSERTIVE*>')).toEqual(['ASSERT_OPEN:<* ASSERT', 'ID:x', '*>']);
  });

  it('keep lines and columns behind them', () => {
    const { tokens } = lexer.tokenize('(*\n\r\n*) a <*\n\nASSERT b');
    expect(tokens.map(({ startLine, startColumn }) => [startLine, startColumn])).toEqual([
      [3, 4],
      [3, 6],
      [5, 8],
    ]);
  });
});

describe('lexical errors', () => {
  it.each([
    ['an unclosed comment', 'a (* b (* c *)', 'P1001@2+2'],
    ['an unclosed pragma', 'a <* b', 'P1002@2+2'],
    ['an unclosed text', 'a "b\nc', 'P1003@2+1'],
    ['an unclosed character', "a 'b\nc", 'P1003@2+1'],
    ['characters without meaning', 'a $%? b', 'P1004@2+3'],
    ['a based integer without digits', '16_ x', 'P1005@0+3'],
    ['an exponent without digits', '1.0E+ x', 'P1005@0+5'],
    ['an escape that is none', '"ab\\qc"', 'P1006@3+2'],
    ['an octal escape too short', "'\\12'", 'P1006@1+3'],
    ['an octal escape too large', "'\\777'", 'P1006@1+4'],
    ['a wide character in a narrow text', '"a\u2192b"', 'P1006@2+1'],
    ['an empty character', "''", 'P1007@0+2'],
    ['a character too many', "'ab'", 'P1007@0+4'],
    ['a NUL', 'a \0 b $', 'P1008@2+1'],
  ])('%s is one error at its start', (_what, text, error) => expect(errors(text)).toEqual([error]));

  it('go on behind the literal', () => {
    expect(tokens('"a\nb')).toEqual(['TEXT_LITERAL:"a', 'ID:b']);
    expect(tokens("'a;")).toEqual(["CHAR_LITERAL:'a", ';']);
  });
});
