/** What an expectation beside a program means (the test explorer's convention in docs/editors.md). */
import { describe, expect, it } from 'vitest';
import {
  inputFile,
  isTranscript,
  parseExpectation,
  satisfies,
  shown,
} from '../../vscode-extension/src/testing/expected.ts';

describe('an expectation', () => {
  it('is the output, and exit status 0', () => {
    expect(parseExpectation('a\nb\n')).toEqual({ output: 'a\nb\n', exit: 0 });
    expect(parseExpectation('')).toEqual({ output: '', exit: 0 });
    expect(parseExpectation('a\r\nb\r\n')).toEqual({ output: 'a\nb\n', exit: 0 });
  });

  it('may end with another exit status', () => {
    expect(parseExpectation('a\n--- exit 2\n')).toEqual({ output: 'a\n', exit: 2 });
    expect(parseExpectation('--- exit 1')).toEqual({ output: '', exit: 1 });
    expect(parseExpectation('--- exit 1\nmore\n')).toEqual({ output: '--- exit 1\nmore\n', exit: 0 });
  });

  it('is satisfied by the same output and status; a last line end does not count', () => {
    const expected = parseExpectation('a\n');
    expect(satisfies({ output: 'a\n', exit: 0 }, expected)).toBe(true);
    expect(satisfies({ output: 'a', exit: 0 }, expected)).toBe(true);
    expect(satisfies({ output: 'a\n\n', exit: 0 }, expected)).toBe(false);
    expect(satisfies({ output: 'a \n', exit: 0 }, expected)).toBe(false);
    expect(satisfies({ output: 'a\n', exit: 2 }, expected)).toBe(false);
    expect(satisfies({ output: 'b\n', exit: 0 }, expected)).toBe(false);
  });

  it('is shown beside the outcome in the same form', () => {
    expect(shown(parseExpectation('a\n--- exit 2'))).toBe('a\n--- exit 2\n');
    expect(shown({ output: 'a\n', exit: 0 })).toBe('a\n');
  });
});

it('the input stands beside it', () => {
  expect(inputFile('/w/a/expected.txt')).toBe('/w/a/input.txt');
  expect(inputFile('C:\\w\\a\\expected.txt')).toBe('C:\\w\\a\\input.txt');
  expect(inputFile('/w/a/Sum.expected')).toBe('/w/a/Sum.input');
});

it('a transcript of commands is no expectation', () => {
  expect(isTranscript('$ spin run a\nb\n')).toBe(true);
  expect(isTranscript('costs $ 3\n')).toBe(false);
});
