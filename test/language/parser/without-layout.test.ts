/** Texts without their layout: equal exactly where the tokens and pragmas are. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parserServices } from '../../../src/language/parser/parse.ts';
import { withoutLayout } from '../../../src/language/parser/without-layout.ts';
import { collectPragmas } from '../../../src/language/references/pragmas.ts';

/** All that is read of a text, without the places. */
function content(text: string): unknown {
  const { tokens, errors } = parserServices().modula3.parser.Lexer.tokenize(text);
  return {
    tokens: tokens.map((t) => t.image),
    errors,
    pragmas: collectPragmas(text).map(({ name, text }) => [name, text]),
  };
}

const LIB = join(import.meta.dirname, '../../../lib');
const sources = readdirSync(LIB, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.[im][3g]$/.test(name))
  .map((name) => readFileSync(join(LIB, name), 'utf8'));

describe('a text without its layout', () => {
  it('has the tokens and pragmas that it had', () => {
    expect(sources.length).toBeGreaterThan(100);
    for (const text of sources) {
      const bare = withoutLayout(text)!;
      expect(content(bare)).toEqual(content(text));
      expect(withoutLayout(bare)).toBe(bare);
    }
  });

  it('is the same for another layout and other comments', () => {
    const text = 'CONST N = "(* a *)  b"; <*OBSOLETE  x*> C = \'"\';';
    for (const same of [
      `\n${text}\n`,
      text.replaceAll('; ', ';(* "one (* in *) *)'),
      text.replace(' N ', '\t\n N (**) '),
    ])
      expect(withoutLayout(same)!.replaceAll('; ', ';')).toBe(withoutLayout(text)!.replaceAll('; ', ';'));
  });

  it('is another one for other tokens, literals and pragmas', () => {
    const texts = [
      'a b',
      'ab',
      'a (*c*) . b',
      '"a b"',
      '"a  b"',
      '<*a b*>',
      '<*a  b*>',
      "' '",
      "'\\''",
      'a"b"',
      ':=',
      ': =',
    ];
    expect(new Set(texts.map(withoutLayout)).size).toBe(texts.length);
  });

  it('is none where something is not closed', () => {
    for (const text of ['a (* b', 'a "b', "a 'b", 'a <* b', '<* (* *>']) expect(withoutLayout(text)).toBeUndefined();
  });
});
