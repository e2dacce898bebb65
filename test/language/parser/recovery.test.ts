import { describe, expect, it } from 'vitest';
import { parseUnit } from '../../../src/language/parser/parse.ts';
import { createModula3CoreServices } from '../../../src/language/parser/services.ts';
import { SAMPLE } from './sample.ts';

const { modula3 } = createModula3CoreServices();
const { tokens } = modula3.parser.Lexer.tokenize(SAMPLE);

/** The sample without the tokens at these positions. */
function without(...positions: number[]): string {
  let text = '';
  let from = 0;
  for (const position of positions.sort((a, b) => a - b)) {
    const { startOffset, image } = tokens[position]!;
    if (startOffset < from) continue;
    text += SAMPLE.slice(from, startOffset);
    from = startOffset + image.length;
  }
  return text + SAMPLE.slice(from);
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}

describe('a missing token', () => {
  it('is hardly ever more than one error, and that is near', () => {
    let single = 0;
    let near = 0;
    let wrong = 0;
    tokens.forEach(({ startOffset }, position) => {
      const text = without(position);
      const { diagnostics } = parseUnit(text, 'sample.m3');
      // Without some tokens the sample is another program.
      if (diagnostics.length === 0) return;
      wrong++;
      if (diagnostics.length === 1) single++;
      const distance = lineAt(text, diagnostics[0]!.span.start) - lineAt(text, startOffset);
      if (Math.abs(distance) <= 1) near++;
    });
    console.log(`${wrong} mutants: ${single} with one error, ${near} with the first within a line of the mistake`);
    expect(single / wrong).toBeGreaterThan(0.95);
    expect(near / wrong).toBeGreaterThan(0.95);
  });
});

describe('many mistakes', () => {
  it('never throw, and report no more places than there are mistakes by far', () => {
    let seed = 7;
    const random = (below: number): number => {
      seed = (seed * 1103515245 + 12345) % 2147483648;
      return seed % below;
    };
    for (let round = 0; round < 150; round++) {
      const positions = Array.from({ length: 1 + random(12) }, () => random(tokens.length));
      const { unit, diagnostics } = parseUnit(without(...positions), 'sample.m3');
      expect(unit.$type).toMatch(/Unit$/);
      expect(diagnostics.length).toBeLessThanOrEqual(3 * positions.length + 2);
    }
  });

  it('of any order of tokens neither', () => {
    let seed = 11;
    const random = (below: number): number => {
      seed = (seed * 1103515245 + 12345) % 2147483648;
      return seed % below;
    };
    for (let round = 0; round < 60; round++) {
      const words = Array.from({ length: 80 }, () => tokens[random(tokens.length)]!.image);
      for (const head of ['', 'MODULE M; ', 'INTERFACE I; TYPE ', 'MODULE M; BEGIN ']) {
        const { diagnostics } = parseUnit(head + words.join(' '), 'salad.m3');
        expect(diagnostics.length).toBeGreaterThan(0);
        for (const { span } of diagnostics) expect(span.end).toBeGreaterThanOrEqual(span.start);
      }
    }
  });
});

describe('a text cut off anywhere', () => {
  it('gives a tree and an error', () => {
    for (let end = 0; end < SAMPLE.length - 2; end += 7) {
      const { unit, diagnostics } = parseUnit(SAMPLE.slice(0, end), 'sample.m3');
      expect(unit.$type).toMatch(/Unit$/);
      expect(diagnostics.length).toBeGreaterThan(0);
    }
  });
});
