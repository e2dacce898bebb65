import { describe, expect, it } from 'vitest';
import { quotedValue, textValue } from '../../../src/language/parser/literals.ts';

describe('quoted literals', () => {
  it.each([
    ['"a\\nb\\t\\r\\f\\\\\\\'\\""', 'a\nb\t\r\f\\\'"'],
    ['"\\101\\x42\\X43"', 'ABC'],
    ['"\\377"', '\u00ff'],
    ['W"\\x2192\\U01F600\\x41"', '\u2192\u{1F600}A'],
    ['W"\\101\\000101"', 'AA'],
    ['W"\u2192"', '\u2192'],
    ['""', ''],
  ])('%s', (raw, value) => {
    expect(quotedValue(raw).problem).toBeUndefined();
    expect(textValue(raw)).toBe(value);
  });

  it('count code points, not code units', () => expect(quotedValue(`W'\u{1F600}'`).codes).toEqual([0x1f600]));

  it('end where the text ends', () => expect(textValue('"abc')).toBe('abc'));
});
