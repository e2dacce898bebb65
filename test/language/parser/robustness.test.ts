import { describe, expect, it } from 'vitest';
import type { ModuleUnit } from '../../../src/language/generated/ast.ts';
import { parseUnit } from '../../../src/language/parser/parse.ts';
import { copies, SAMPLE } from './sample.ts';
import { parse, show } from './tree.ts';

const codes = (text: string): string[] => parseUnit(text, 'test.m3').diagnostics.map(({ code }) => code);
const inBody = (statements: string): string => `MODULE M; BEGIN ${statements} END M.`;

describe('nesting', () => {
  const DEPTH = 10_000;
  const around = (open: string, inner: string, close: string): string =>
    open.repeat(DEPTH) + inner + close.repeat(DEPTH);

  it.each([
    ['parentheses', inBody(`x := ${around('(', 'a', ')')}`)],
    ['NOT', inBody(`x := ${around('NOT ', 'a', '')}`)],
    ['blocks', inBody(around('BEGIN ', '', ' END'))],
    ['IF', inBody(around('IF a THEN ', '', ' END'))],
    ['calls', inBody(`x := ${around('f(', 'a', ')')}`)],
    ['references', `INTERFACE I; TYPE T = ${around('REF ', 'A', '')}; END I.`],
    ['records', `INTERFACE I; TYPE T = ${around('RECORD a: ', 'A', ' END')}; END I.`],
    ['open blocks', inBody('BEGIN '.repeat(DEPTH))],
  ])('of %s ten thousand deep is at most one error, and the parser stays usable', (_what, text) => {
    const found = codes(text);
    expect(found.length).toBeLessThanOrEqual(1);
    if (found.length === 1) expect(found[0]).toBe('P1016');
    expect(codes(SAMPLE)).toEqual([]);
  });

  it('of comments and pragmas is no problem', () => {
    expect(codes(`${around('(*', '', '*)')} INTERFACE I; ${around('<*', '', '*>')} END I.`)).toEqual([]);
    expect(codes(`INTERFACE I; ${'(*'.repeat(DEPTH)}`)).toEqual(['P1001']);
  });

  it.each([
    ['sums', ' + a'],
    ['texts', ' & a'],
    ['conjunctions', ' AND a'],
    ['selections', '.a'],
    ['indices', '[a]'],
    ['dereferences', '^'],
  ])('to the left, as in long %s, has no limit', (_what, item) => {
    expect(codes(inBody(`x := a${item.repeat(50_000)}`))).toEqual([]);
  });
});

describe('odd texts', () => {
  it.each([
    ['empty', '', ['P1015']],
    ['blank', ' \n\t\r\n', ['P1015']],
    ['a comment only', '(* a *)', ['P1015']],
    ['binary', '\x7fELF\x02\x01\0\0\0', ['P1004', 'P1004', 'P1008']],
  ])('%s', (_what, text, expected) => expect(codes(text)).toEqual(expected));

  it('with a byte order mark and any line ends are read like others', () => {
    const plain = 'MODULE M;\nVAR x := 1;\nBEGIN\n  x := 2\nEND M.\n';
    for (const text of [`\uFEFF${plain}`, plain.replaceAll('\n', '\r\n'), plain.replaceAll('\n', '\r')]) {
      expect(show(parse(text))).toBe(show(parse(plain)));
    }
  });

  it.each([
    '(',
    ')',
    '{',
    'END ',
    'END X;\n',
    'IF ',
    'x := ;\n',
    'f(a ',
    'a(b;\n',
    'PROCEDURE P(',
    'TYPE T = RECORD\n',
    '"',
    '$',
  ])('forty thousand times %j takes about ten times as long as four thousand times', (word) => {
    const read = (count: number): void => {
      codes(`MODULE M;\nBEGIN\n${word.repeat(count)}\nEND M.`);
      codes(word.repeat(count));
    };
    read(4000);
    const few = cpu(() => read(4000));
    // A hundred times, if the time were quadratic.
    expect(cpu(() => read(40_000))).toBeLessThan(40 * Math.max(few, 20));
  });
});

/** Milliseconds of this process's own time, whatever else the machine does. */
function cpu(work: () => void): number {
  const start = process.cpuUsage().user;
  work();
  return (process.cpuUsage().user - start) / 1000;
}

describe('a big file', () => {
  it('is parsed in linear time', () => {
    const time = (text: string): number => cpu(() => parse(text));
    const small = copies(20);
    time(small);
    const line = (text: string): string => {
      const lines = text.split('\n').length;
      const ms = time(text);
      return `${lines} lines, ${(text.length / 1e6).toFixed(2)} MB: ${ms.toFixed(0)} ms, ${((lines / ms) * 1000).toFixed(0)} lines/s`;
    };
    const [medium, big] = [copies(200), copies(1500)];
    console.log([small, medium, big].map(line).join('\n'));
    expect(big.length).toBeGreaterThan(2e6);
    expect(time(big)).toBeLessThan(15 * time(medium));
    const unit = parse(copies(200)) as ModuleUnit;
    expect(unit.body?.declarations.length).toBeGreaterThan(400);
  });
});
