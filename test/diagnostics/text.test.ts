import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { renderJson } from '../../src/diagnostics/json.ts';
import { LineMap } from '../../src/diagnostics/lines.ts';
import { renderText } from '../../src/diagnostics/text.ts';

const SOURCE = 'MODULE M;\r\n\tx := yy;\nEND M.\n';
const at = (start: number, end: number) => ({ file: 'M.m3', start, end });
const error = (start: number, end: number, more: Partial<Diagnostic> = {}): Diagnostic => ({
  code: 'M3000',
  severity: 'error',
  message: 'wrong',
  span: at(start, end),
  ...more,
});

describe('text form', () => {
  it('shows position, code, message, the source line and carets under the range', () => {
    const start = SOURCE.indexOf('yy');
    expect(renderText([error(start, start + 2)], () => SOURCE, { color: false })).toBe(
      'M.m3:2:7: error[M3000]: wrong\n    2 |  x := yy;\n      |       ^^\n',
    );
  });
  it('adds notes and help', () => {
    const text = renderText(
      [error(0, 6, { related: [{ span: at(0, 1), message: 'declared here' }], hint: 'do that' })],
      () => SOURCE,
      { color: false },
    );
    expect(text).toContain('M.m3:1:1: note: declared here');
    expect(text).toContain('= help: do that');
  });
  it('marks at least one column, also at the end of the text and in an empty one', () => {
    expect(renderText([error(SOURCE.length, SOURCE.length)], () => SOURCE, { color: false })).toContain('M.m3:4:1:');
    expect(renderText([error(0, 0)], () => '', { color: false })).toContain('^');
  });
  it('survives a file that cannot be read', () => {
    expect(renderText([error(3, 4)], () => undefined, { color: false })).toBe('M.m3: error[M3000]: wrong\n');
  });
  it('cuts long lines and shows no control characters', () => {
    const long = `${'a'.repeat(5000)}\x1b[31mX${'b'.repeat(5000)}`;
    const text = renderText([error(5006, 5007)], () => long, { color: false });
    expect(text).not.toContain('\x1b');
    expect(Math.max(...text.split('\n').map((l) => l.length))).toBeLessThan(200);
  });
  it('colours only when asked', () => {
    expect(renderText([error(0, 1)], () => SOURCE, { color: true })).toContain('\x1b[');
  });
});

describe('JSON form', () => {
  it('is one object a line with 1-based positions', () => {
    const line = JSON.parse(renderJson([error(0, 6)], () => SOURCE));
    expect(line).toMatchObject({
      reason: 'diagnostic',
      code: 'M3000',
      severity: 'error',
      file: 'M.m3',
      line: 1,
      column: 1,
      endColumn: 7,
    });
  });
});

describe('line map', () => {
  it('knows LF, CRLF and CR', () => {
    const map = new LineMap('a\nb\r\nc\rd');
    expect([0, 2, 5, 7].map((o) => map.position(o).line)).toEqual([1, 2, 3, 4]);
    expect([1, 2, 3, 4].map((l) => map.lineText(l))).toEqual(['a', 'b', 'c', 'd']);
  });
});
